import { batchNormBackward, batchNormForward, type Statistics } from './batchNorm.ts'
import { denseBackward, denseForward } from './dense.ts'
import { dropoutBackward, dropoutForward, type Dropping } from './dropout.ts'
import type { Workspace } from './layout.ts'
import type { Network } from './network.ts'

/**
 * Every layer in turn: dropout of its inputs, affine map, batch norm, activation.
 * a = mask ⊙ x;  z = W a + b;  ẑ = γ (z − μ)/√(σ² + ε) + β;  y = f(ẑ), the next layer's x. Layers before `from` are as
 * an earlier pass of the same rows has left them.
 */
export function forward(
  { settings, constants }: Network,
  { layers }: Workspace,
  rows: number,
  statistics: Statistics,
  dropping: Dropping,
  from = 0,
): void {
  const { keep, form } = settings.dropout
  for (let l = from; l < layers.length; l++) {
    const layer = layers[l]
    if (keep[l] < 1) dropoutForward(layer, rows, dropping, form, constants.keep + 2 * l)
    else layer.input = layer.x
    denseForward(layer, rows)
    if (layer.batchNorm) batchNormForward(layer, rows, statistics, constants.epsilon)
    layer.activation.forward(layer.zHat, layer.y, rows, layer.units)
  }
}

/** The same way back, from the derivative with respect to the output's pre-activation, which is in its dẑ. */
export function backward({ settings }: Network, { layers }: Workspace, rows: number): void {
  const { keep } = settings.dropout
  const { stopGradient } = settings.batchNorm
  for (let l = layers.length - 1; l >= 0; l--) {
    const layer = layers[l]
    if (layer.batchNorm) batchNormBackward(layer, rows, stopGradient)
    // A bias in front of batch norm moves all z alike, which μ_B takes away again.
    const centred = layer.batchNorm && !stopGradient
    if (l === 0) denseBackward(layer, rows, -1, centred)
    else {
      const { activation, zHat, y, dzHat, units } = layers[l - 1]
      denseBackward(layer, rows, dzHat, centred)
      if (keep[l] < 1) dropoutBackward(layer, dzHat, rows)
      activation.backward(zHat, y, dzHat, rows, units)
    }
  }
}
