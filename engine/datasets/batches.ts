import { Random } from '../random.ts'
import { shuffle } from './common.ts'
import type { Examples } from './prepare.ts'

/** Shuffled anew in each epoch, as they come, or class by class. */
export type BatchOrder = 'shuffled' | 'sequential' | 'sorted'

/** Which examples each update sees. */
export interface Batches {
  /** Batches, and so updates, in one epoch. */
  perEpoch: number
  /** Rows in the largest batch. */
  largest: number
  /** The epoch, from 0, of update k = 1, 2, … */
  epochOf: (k: number) => number
  /**
   * The rows of update k = 1, 2, …, whatever was asked before. Allocates nothing: the view is good until another
   * epoch is asked for.
   */
  batchRows: (k: number) => Int32Array
}

/** Rows by class, or by the target in regression; rows of a class in the order in which they come. */
function sorted({ labels, d, count }: Examples): Int32Array {
  const by = labels.length > 0 ? labels : d
  return Int32Array.from({ length: count }, (_, i) => i).sort((a, b) => by[a] - by[b] || a - b)
}

/**
 * Minibatches of `size` examples; 0 takes them all. Every example is in exactly one batch of each epoch. The last batch of an epoch is smaller where the size does not
 * divide the number of examples; but a single one left over joins the batch before, since one example has no spread
 * for batch norm to divide by. A batch of all examples is always in their own order, so that the order of summation,
 * and with it every bit, does not depend on `order`.
 */
export function createBatches(examples: Examples, size: number, order: BatchOrder, seed: number): Batches {
  const { count } = examples
  const full = size === 0 || size >= count
  const length = full ? count : size
  const left = count % length
  const perEpoch = Math.floor(count / length) + (left > 1 ? 1 : 0)
  const epochOf = (k: number) => Math.floor((k - 1) / perEpoch)

  const rows =
    order === 'sorted' && !full ? sorted(examples) : Int32Array.from({ length: count }, (_, i) => i)
  const views = Array.from({ length: perEpoch }, (_, i) =>
    rows.subarray(i * length, i === perEpoch - 1 ? count : (i + 1) * length),
  )
  const random = new Random(seed, 'batches')
  const shuffles = order === 'shuffled' && !full
  let shuffledFor = -1
  return {
    perEpoch,
    largest: Math.max(length, views[perEpoch - 1].length),
    epochOf,
    batchRows(k) {
      const epoch = epochOf(k)
      if (shuffles && epoch !== shuffledFor) {
        shuffle(rows, random.at(epoch))
        shuffledFor = epoch
      }
      return views[k - 1 - epoch * perEpoch]
    },
  }
}
