import type { Divergence } from './divergence.ts'
import { view } from './kernels/arena.ts'
import type { Layer } from './layer.ts'

/** The output layer on its way along v: its numbers, and the rates of change of z, y and ∂z. */
interface Output {
  layer: Layer
  rz: number // (B, U)
  ry: number // (B, U)
  rd: number // (B, U), written
  slope: number // (B, U), overwritten
}

/**
 * R{∂z} of the output, ∂z being what `diverge` gives.
 *
 * KL: ∂z = (y Σt − t)/B, so R{∂z} = R{y} Σt/B; of two classes each, R{y}/B.
 * L2: ∂z = f'(z) e with e = (y − t)/B, so R{∂z} = f'(z) R{e} + e f''(z) R{z};
 * behind softmax ∂z = y (e − s) with s = Σ y e, so R{∂z} = R{y}(e − s) + y (R{e} − R{s}).
 */
export function outputCurvature(
  { id, with: by }: Divergence,
  output: Output,
  target: number,
  B: number,
): void {
  const { units, activation, zHat, y: outputs } = output.layer
  const n = B * units
  const t = view(target, n)
  const y = view(outputs, n)
  const rz = view(output.rz, n)
  const ry = view(output.ry, n)
  const rd = view(output.rd, n)
  const sumOfRow = (from: number, term: (i: number) => number) => {
    let sum = 0
    for (let i = from; i < from + units; i++) sum += term(i)
    return sum
  }
  const { curvature } = activation
  if (by === 'preactivation')
    for (let i = 0; i < n; i++) {
      const total = id === 'bkl' ? 1 : sumOfRow(i - (i % units), (j) => t[j])
      rd[i] = (ry[i] * total) / B
    }
  else if (curvature) {
    const slope = view(output.slope, n)
    for (let i = 0; i < n; i++) {
      rd[i] = ry[i] / B
      slope[i] = (y[i] - t[i]) / B
    }
    activation.backward(zHat, outputs, output.rd, B, units)
    curvature(zHat, outputs, output.slope, B, units)
    for (let i = 0; i < n; i++) rd[i] += slope[i] * rz[i]
  } else
    for (let from = 0; from < n; from += units) {
      const e = (i: number) => (y[i] - t[i]) / B
      const s = sumOfRow(from, (i) => y[i] * e(i))
      const rs = sumOfRow(from, (i) => ry[i] * e(i) + (y[i] * ry[i]) / B)
      for (let i = from; i < from + units; i++) rd[i] = ry[i] * (e(i) - s) + y[i] * (ry[i] / B - rs)
    }
}
