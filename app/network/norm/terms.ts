import type { Influence } from '../../../engine/training/insides.ts'

/** One way in which z_i reaches the divergence. */
export interface Term {
  id: 'u' | 'variance' | 'mean'
  /** What it is read out as. */
  words: string
  value: number
  /** It does not count in training: μ and σ are taken as constants. */
  isStopped: boolean
}

/** The three terms of example `i`, and their sum as training had it. */
export function termsOf(influence: Influence, i: number): { terms: readonly Term[]; sum: number } {
  const { throughU, throughVariance, throughMean, dz, stopped } = influence
  return {
    terms: [
      { id: 'u', words: 'through u', value: throughU[i], isStopped: false },
      { id: 'variance', words: 'through σ²', value: throughVariance[i], isStopped: stopped },
      { id: 'mean', words: 'through μ', value: throughMean[i], isStopped: stopped },
    ],
    sum: dz[i],
  }
}

/** The largest size of any term, and of any sum of the first of them, in the batch: what lengths are measured by. */
export function largestTerm({ throughU, throughVariance, throughMean, dz }: Influence): number {
  return dz.reduce((most, sum, i) => {
    const [u, variance, mean] = [throughU[i], throughVariance[i], throughMean[i]]
    return Math.max(most, ...[u, variance, mean, u + variance, sum].map(Math.abs))
  }, 0)
}

/** The largest number of one example: what its decimals are chosen by. */
export const largestOf = (influence: Influence, i: number): number => {
  const { terms, sum } = termsOf(influence, i)
  return Math.max(Math.abs(sum), ...terms.map(({ value }) => Math.abs(value)))
}

/** What moving all z alike does to the divergence: the gradient of b. */
export const together = ({ dz }: Influence): number => dz.reduce((sum, one) => sum + one, 0)

/** The place of the example in focus: batches differ in length, the last of an epoch is often shorter. */
export const focusIn = (example: number | undefined, count: number): number =>
  Math.min(example ?? 0, count - 1)
