import type { Update } from '../optimizer.ts'
import { type Layout, makeLayout, reserve, type Trace } from './trace.ts'

/** One number each; trace.ts says what they are. */
const names = [
  'loss',
  'penalty',
  'objective',
  'gradientNorm',
  'rate',
  'weightNorm',
  'trainLoss',
  'validationLoss',
  'trainAccuracy',
  'validationAccuracy',
  'saturated',
  'dead',
] as const

export type Column = (typeof names)[number]

/** Where each column is, in a row and in the layout alike. */
export const column = Object.fromEntries(names.map((name, i) => [name, i])) as Record<Column, number>

export const networkLayout: Layout = {
  ...makeLayout(Object.fromEntries(names.map((name) => [name, 1]))),
  hashed: column.dead,
}

/** Writes `row` as the row of step `update.k`. */
export const makeRowRecorder = (trace: Trace, update: Update, row: Float64Array) => () => {
  const { k } = update
  reserve(trace, k + 1)
  if (k > 0) row[column.rate] = update.rate
  trace.rows.set(row, k * names.length)
  trace.length = k + 1
}
