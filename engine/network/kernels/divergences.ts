import { log } from '../../mathematics.ts'
import { exp } from '../elementary.ts'
import { arena } from './arena.ts'

const memory = arena

/**
 * For each row, its divergence from target t and the derivative of the batch's mean divergence: with respect to
 * the output y (l2), or to the pre-activation ẑ of the output that belongs to it (kl: softmax, bkl: sigmoid).
 */

/** log(1 + x), relatively exact for small x (Kahan). */
const logOnePlus = (x: number): number => {
  const sum = 1 + x
  return sum === 1 ? x : (log(sum) * x) / (sum - 1)
}

/** d log d, 0 at 0 */
const entropy = (d: number): number => (d > 0 && d !== 1 ? d * log(d) : 0)

/** ½ Σ (y − t)²; ∂y = (y − t)/B */
export function l2Rows(
  _z: number, // (B, U), as are y, t and d
  y: number,
  t: number,
  divergence: number, // (B)
  d: number,
  rows: number,
  units: number,
): void {
  for (let r = 0; r < rows; r++) {
    let sum = 0
    for (let i = 0; i < units; i++) {
      const at = r * units + i
      const error = memory[(y + at) | 0] - memory[(t + at) | 0]
      sum += error * error
      memory[(d + at) | 0] = error / rows
    }
    memory[(divergence + r) | 0] = 0.5 * sum
  }
}

/** Σ t log t − Σ t log y, y = softmax ẑ, from ẑ so that no y is too small; ∂ẑ = (y Σt − t)/B */
export function klRows(
  z: number,
  y: number,
  t: number,
  divergence: number,
  d: number,
  rows: number,
  units: number,
): void {
  for (let r = 0; r < rows; r++) {
    const row = (r * units) | 0
    let top = 0
    let total = memory[(t + row) | 0]
    for (let i = 1; i < units; i++) {
      if (memory[(y + row + i) | 0] > memory[(y + row + top) | 0]) top = i
      total += memory[(t + row + i) | 0]
    }
    const largest = memory[(z + row + top) | 0]
    // −log y of the likeliest class, of which the others are away by their distance in ẑ.
    let others = 0
    for (let i = 0; i < units; i++) if (i !== top) others += memory[(y + row + i) | 0]
    const level = logOnePlus(others / memory[(y + row + top) | 0])
    let sum = 0
    for (let i = 0; i < units; i++) {
      const target = memory[(t + row + i) | 0]
      if (target !== 0) sum += entropy(target) + target * (level + (largest - memory[(z + row + i) | 0]))
      memory[(d + row + i) | 0] = (memory[(y + row + i) | 0] * total - target) / rows
    }
    memory[(divergence + r) | 0] = sum
  }
}

/** Σ [t log t + (1−t) log(1−t) − t log y − (1−t) log(1−y)], y = sigmoid ẑ; ∂ẑ = (y − t)/B */
export function bklRows(
  z: number,
  y: number,
  t: number,
  divergence: number,
  d: number,
  rows: number,
  units: number,
): void {
  for (let r = 0; r < rows; r++) {
    let sum = 0
    for (let i = 0; i < units; i++) {
      const at = (r * units + i) | 0
      const x = memory[(z + at) | 0]
      const target = memory[(t + at) | 0]
      // −t log y − (1−t) log(1−y) = log(1 + e^x) − t x, which is log(1 + e^−|x|) + max(x, 0) − t x
      const cross = logOnePlus(exp(-Math.abs(x))) + (x > 0 ? (1 - target) * x : -target * x)
      sum += entropy(target) + entropy(1 - target) + cross
      memory[(d + at) | 0] = (memory[(y + at) | 0] - target) / rows
    }
    memory[(divergence + r) | 0] = sum
  }
}
