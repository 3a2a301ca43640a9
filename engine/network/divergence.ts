import { log } from '../mathematics.ts'
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
  /** What one output adds to it; for outputs that no pre-activation belongs to, such as an average of networks. */
  between: (y: number, t: number) => number
  /** Writes each row's divergence (B), and the derivative of their mean (B, U). */
  rows: (z: number, y: number, t: number, divergence: number, d: number, rows: number, units: number) => void
}

/** t log(t/y), 0 where t is 0. */
const relative = (y: number, t: number) => (t > 0 ? t * log(t / y) : 0)

const list: readonly Divergence[] = [
  {
    id: 'l2',
    name: 'L2',
    formula: '\\tfrac12\\textstyle\\sum_i(y_i-d_i)^2',
    sources: ['Gauss 1809'],
    outputs: ['linear', 'tanh', 'sigmoid', 'softmax', 'relu', 'leakyRelu', 'elu', 'gelu'],
    with: 'output',
    between: (y, t) => 0.5 * (y - t) * (y - t),
    rows: l2Rows,
  },
  {
    id: 'kl',
    name: 'KL',
    formula: '\\textstyle\\sum_i d_i\\log(d_i/y_i)',
    sources: ['Kullback & Leibler 1951'],
    outputs: ['softmax'],
    with: 'preactivation',
    between: relative,
    rows: klRows,
  },
  {
    id: 'bkl',
    name: 'KL, two classes',
    formula: '\\textstyle\\sum_i d_i\\log\\frac{d_i}{y_i}+(1-d_i)\\log\\frac{1-d_i}{1-y_i}',
    sources: ['Kullback & Leibler 1951'],
    outputs: ['sigmoid'],
    with: 'preactivation',
    between: (y, t) => relative(y, t) + relative(1 - y, 1 - t),
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
