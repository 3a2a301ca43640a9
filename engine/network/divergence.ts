import type { Layer } from './layer.ts'
import { bklRows, klRows, l2Rows } from './kernels/divergences.ts'

/** How far an output y is from its target t, for one example; the loss is its mean over the batch. */
export interface Divergence {
  id: string
  name: string
  /** TeX. */
  formula: string
  sources: readonly string[]
  /** Activations of the output that it goes with. */
  outputs: readonly string[]
  /** What `rows` differentiates by: the output, or at once its pre-activation. */
  with: 'output' | 'preactivation'
  /** Writes each row's divergence (B), and the derivative of their mean (B, U). */
  rows: (z: number, y: number, t: number, divergence: number, d: number, rows: number, units: number) => void
}

const list: readonly Divergence[] = [
  {
    id: 'l2',
    name: 'L2',
    formula: '\\tfrac12\\textstyle\\sum_i(y_i-d_i)^2',
    sources: ['Gauss 1809'],
    outputs: ['linear', 'tanh', 'sigmoid', 'softmax', 'relu', 'leakyRelu', 'elu', 'gelu'],
    with: 'output',
    rows: l2Rows,
  },
  {
    id: 'kl',
    name: 'KL',
    formula: '\\textstyle\\sum_i d_i\\log(d_i/y_i)',
    sources: ['Kullback & Leibler 1951'],
    outputs: ['softmax'],
    with: 'preactivation',
    rows: klRows,
  },
  {
    id: 'bkl',
    name: 'KL, two classes',
    formula: '\\textstyle\\sum_i d_i\\log\\frac{d_i}{y_i}+(1-d_i)\\log\\frac{1-d_i}{1-y_i}',
    sources: ['Kullback & Leibler 1951'],
    outputs: ['sigmoid'],
    with: 'preactivation',
    rows: bklRows,
  },
]

/** Every divergence by its id. */
export const divergences: Readonly<Record<string, Divergence>> = Object.fromEntries(
  list.map((one) => [one.id, one]),
)

/**
 * Each row's divergence at `divergence` (B), and in the output layer's dẑ the derivative of their mean with respect
 * to the output's pre-activation ẑ: (y − t)/B of KL, in which the slope of the output has cancelled, and Jᵀ(y − t)/B
 * of L2, J = ∂y/∂ẑ, which vanishes where the output is saturated.
 */
export function diverge(
  { rows, with: by }: Divergence,
  { zHat, y, dzHat, units, activation }: Layer,
  target: number, // (B, U)
  divergence: number, // (B)
  count: number,
): void {
  rows(zHat, y, target, divergence, dzHat, count, units)
  if (by === 'output') activation.backward(zHat, y, dzHat, count, units)
}
