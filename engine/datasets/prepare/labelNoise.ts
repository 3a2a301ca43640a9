import type { Random } from '../../random.ts'
import { shuffle } from '../common.ts'

/**
 * Replaces a share of the labels by another class, each other class being equally likely: so 0.2 makes a fifth of
 * them wrong, and two classes are flipped. A larger share keeps the wrong ones of a smaller. Gives 1 for each wrong one.
 */
export function mislabel(labels: Int32Array, classes: number, share: number, random: Random): Uint8Array {
  const wrong = new Uint8Array(labels.length)
  const order = shuffle(new Int32Array(labels.length), random)
  const count = Math.round(share * labels.length)
  for (let i = 0; i < count; i++) {
    const row = order[i]
    wrong[row] = 1
    labels[row] = (labels[row] + 1 + Math.floor(random.uniform() * (classes - 1))) % classes
  }
  return wrong
}
