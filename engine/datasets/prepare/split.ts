import type { Random } from '../../random.ts'
import { shuffle } from '../common.ts'

export interface Split {
  train: Int32Array
  validation: Int32Array
  test: Int32Array
}

/** Held-out rows leave at least a twentieth to train on. */
export const MOST_HELD_OUT = 0.95

/** What is wrong with two shares, or `undefined`. */
export const sharesComplaint = (validation: number, test: number): string | undefined =>
  validation + test <= MOST_HELD_OUT
    ? undefined
    : `validation and test shares of at most ${MOST_HELD_OUT} together`

/** Whole rows in a share, a hair of rounding forgiven: 0.29 of 100 are 29. */
const rowsIn = (share: number, rows: number) => Math.floor(share * rows + 1e-9)

/**
 * Deals shuffled rows: first the test rows, so that they stay the same whatever is kept for validation, then the
 * validation rows; the rest is for training. Not stratified: shares of the classes vary as they do in life.
 */
export function split(rows: number, validation: number, test: number, random: Random): Split {
  const order = shuffle(new Int32Array(rows), random)
  const tested = rowsIn(test, rows)
  const held = tested + rowsIn(validation, rows)
  return { test: order.slice(0, tested), validation: order.slice(tested, held), train: order.slice(held) }
}
