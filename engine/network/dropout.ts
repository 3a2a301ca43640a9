import { Random } from '../random.ts'
import type { Settings } from './architecture.ts'
import { scale, times } from './kernels/rows.ts'
import type { Layer } from './layer.ts'

/** What a pass does to units: drop those its masks say, or let all through at their mean. */
export type Dropping = 'masks' | 'mean'

/** What a kept unit is multiplied by in training: 1, or 1/α in the inverse form. */
export const keptFactor = ({ form }: Settings['dropout'], keep: number): number =>
  form === 'inverse' ? 1 / keep : 1

/**
 * a = mask ⊙ x, one mask for each example, of zeros and the kept factor (Srivastava et al., JMLR 2014).
 * At test time the lecture takes W_test = α W, here (αW)a = W(αa); the inverse form leaves x as it is.
 * `keep` is where α lies.
 */
export function dropoutForward(
  layer: Layer,
  rows: number,
  dropping: Dropping,
  form: Settings['dropout']['form'],
  keep: number,
): void {
  const { x, mask, masked, inputs } = layer
  const untouched = dropping === 'mean' && form === 'inverse'
  layer.input = untouched ? x : masked
  if (dropping === 'masks') times(x, mask, masked, rows * inputs)
  else if (!untouched) scale(x, keep, masked, rows * inputs)
}

/** ∂x = mask ⊙ ∂a, in place. */
export function dropoutBackward({ mask, inputs }: Layer, d: number, rows: number): void {
  times(d, mask, d, rows * inputs)
}

/** The random masks of a network: a stream for each layer, addressed by the step, so that any step can be seen again. */
export const dropoutStreams = (seed: number, layers: readonly unknown[]): Random[] =>
  layers.map((_, layer) => new Random(seed, `dropout ${layer}`))
