import type { Dataset, Range } from '../dataset.ts'
import { choose, countOf } from './common.ts'
import type { Table } from './table/readTable.ts'

export { readTable, type Table, type TableOptions, type TableRead, tableBounds } from './table/readTable.ts'

/**
 * A person's own rows as a data set like any other. Measurements come in units of their own and are standardised;
 * points drawn on a map are where they were drawn: give the map's `domain`, and they are taken as they are.
 */
export function tableDataset(table: Table, domain?: readonly Range[]): Dataset {
  const { x, y, task, inputs, classes, target } = table
  const width = inputs.length
  return {
    id: 'table',
    name: domain ? 'your own points' : 'your own rows',
    summary: `${y.length} rows of your own.`,
    sources: [],
    parameters: { count: countOf(y.length) },
    task,
    inputs,
    classes,
    target,
    domain: domain ?? [],
    standardize: !domain,
    make({ count }, random) {
      const rows = choose(y.length, Number(count), random)
      const chosen = new Float64Array(rows.length * width)
      rows.forEach((row, i) => chosen.set(x.subarray(row * width, (row + 1) * width), i * width))
      return { x: chosen, y: Float64Array.from(rows, (row) => y[row]) }
    },
  }
}
