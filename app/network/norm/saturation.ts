import { saturation } from '../../../engine/training/meter.ts'

/**
 * The share of each hidden layer's outputs over the batch, (B, U) each, beyond the point where learning slows; undefined
 * where the activation has no such point.
 */
export function saturatedShares(
  layers: readonly { y: ArrayLike<number> }[],
  activation: string,
): readonly number[] | undefined {
  const bounds = saturation[activation]
  if (!bounds || layers.length === 0) return undefined
  return layers.map(({ y }) => {
    let beyond = 0
    for (let i = 0; i < y.length; i++) if (Math.abs(y[i] - bounds.centre) > bounds.reach) beyond++
    return beyond / y.length
  })
}

/** Percents to whole numbers, but what is there at all is not told as 0. */
export const percents = (shares: readonly number[]): string[] =>
  shares.map((share) => (share > 0 && share < 0.005 ? '<1' : String(Math.round(100 * share))))
