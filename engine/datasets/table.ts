import type { Dataset, Range, Task } from '../dataset.ts'

export { previewTable, readTable, type TableOptions, type TableRead, tableBounds } from './table/readTable.ts'

/** A person's own rows: plain data, as they are part of an experiment. */
export interface Table {
  /** Names of the inputs, and of what is to be predicted. */
  inputs: readonly string[]
  target: string
  /** Names of the classes; none where the target is a number. */
  classes: readonly string[]
  /** Each row's inputs, then its target: a number, or the index of its class. */
  rows: readonly (readonly number[])[]
  /** Of points that were drawn: the map that they were drawn on. */
  domain?: readonly Range[]
}

const quoted = (cell: string) => (/[",;\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** The table as comma-separated text, from which `readTable` makes the same table. */
export function tableText({ inputs, target, classes, rows }: Table): string {
  const cells = (row: readonly number[]) =>
    row.map((value, c) => (c === inputs.length && classes.length > 0 ? classes[value] : String(value)))
  return [[...inputs, target], ...rows.map(cells)].map((line) => line.map(quoted).join(',')).join('\n')
}

const taskOf = ({ classes }: Table): Task =>
  classes.length === 0 ? 'regression' : classes.length === 2 ? 'two classes' : 'many classes'

/**
 * A person's own rows as a data set like any other. Measurements come in units of their own and are standardised;
 * points drawn on a map are where they were drawn, and taken as they are.
 */
export function tableDataset(table: Table): Dataset {
  const { rows, inputs, classes, target, domain } = table
  const width = inputs.length
  return {
    id: 'table',
    name: domain ? 'your own points' : 'your own rows',
    summary: `${rows.length} rows of your own.`,
    sources: [],
    parameters: {},
    task: taskOf(table),
    inputs,
    classes,
    target,
    domain: domain ?? [],
    standardize: !domain,
    make: () => ({
      x: Float64Array.from(rows.flatMap((row) => row.slice(0, width))),
      y: Float64Array.from(rows, (row) => row[width]),
    }),
  }
}
