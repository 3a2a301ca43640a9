import type { Trace } from '../../engine/training/trace.ts'
import type { Series } from '../panels/panel.ts'

/** The values of a series for steps 0, 1, …; grows with its trace. */
export interface Column {
  values: Float64Array
  length: number
}

const columns = new WeakMap<Trace, Map<string, Column>>()

/** Rows that are there never change, so a series is read once a step, however often it is drawn. */
export function columnOf(trace: Trace, key: string, series: Series, i: number): Column {
  let own = columns.get(trace)
  if (!own) columns.set(trace, (own = new Map()))
  let column = own.get(key)
  if (!column) own.set(key, (column = { values: new Float64Array(0), length: 0 }))
  if (column.values.length < trace.length) {
    const values = new Float64Array(Math.max(trace.length, 2 * column.length))
    values.set(column.values)
    column.values = values
  }
  const { values, length } = column
  for (let k = length; k < trace.length; k++) values[k] = series(trace, k, i)
  column.length = trace.length
  return column
}
