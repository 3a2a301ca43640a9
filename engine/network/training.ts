import type { Random } from '../random.ts'
import type { Data } from './architecture.ts'
import { keepRunning } from './batchNorm.ts'
import { diverge } from './divergence.ts'
import { keptFactor } from './dropout.ts'
import { view } from './kernels/arena.ts'
import { addUp, drawMask, gather } from './kernels/rows.ts'
import type { Workspace } from './layout.ts'
import type { Network } from './network.ts'
import { backward, forward } from './passes.ts'
import { addPenalty } from './penalty.ts'

/** Brings `count` examples into a workspace: those that `rows` names from `first` on. */
export function load(
  { layers, target }: Workspace,
  { x, d }: Data,
  rows: Int32Array,
  first: number,
  count: number,
): void {
  const { inputs, x: at } = layers[0]
  gather(x, rows, first, count, inputs, at)
  gather(d, rows, first, count, layers[layers.length - 1].units, target)
}

/**
 * The objective at w on a minibatch, in training mode: with the batch's own statistics and the masks in place. Writes
 * the gradient, and keeps the running averages. What it met is in `network.last`: a result would be boxed, and a step
 * allocates nothing.
 */
export function train(network: Network, data: Data, rows: Int32Array, first = 0, count = rows.length): void {
  const { workspace, divergence, constants, sums, last } = network
  const { layers } = workspace
  load(workspace, data, rows, first, count)
  forward(network, workspace, count, 'batch', 'masks')
  diverge(divergence, layers[layers.length - 1], workspace.target, workspace.divergence, count)
  backward(network, workspace, count)
  for (const layer of layers) if (layer.batchNorm) keepRunning(layer, count, constants.momentum)
  sums[0] = 0
  addUp(workspace.divergence, count, constants.sums)
  last.loss = sums[0] / count
  last.penalty = addPenalty(network)
  last.objective = last.loss + last.penalty
}

/** Draws the masks of one step for `count` examples; networks that share streams and step share their masks. */
export function drawMasks(
  { workspace, settings, constants }: Network,
  streams: readonly Random[],
  step: number,
  count: number,
): void {
  const { keep } = settings.dropout
  for (let l = 0; l < streams.length; l++) {
    if (!(keep[l] < 1)) continue
    const { mask, inputs } = workspace.layers[l]
    drawMask(streams[l].at(step), constants.keep + 2 * l, mask, count * inputs)
  }
}

/** Sets the masks of a layer's inputs: 1 for kept, 0 for dropped, example by example. */
export function putMask({ workspace, settings }: Network, layer: number, kept: ArrayLike<number>): void {
  const factor = keptFactor(settings.dropout, settings.dropout.keep[layer] ?? 1)
  view(workspace.layers[layer].mask, kept.length).set(Array.from(kept, (one) => one * factor))
}
