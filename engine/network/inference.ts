import type { Data } from './architecture.ts'
import type { Statistics } from './batchNorm.ts'
import { diverge } from './divergence.ts'
import type { Dropping } from './dropout.ts'
import { allocate, release, view } from './kernels/arena.ts'
import { accumulate } from './kernels/columns.ts'
import { addUp } from './kernels/rows.ts'
import { placer, placeWorkspace, type Workspace } from './layout.ts'
import type { Network } from './network.ts'
import { forward } from './passes.ts'
import { load } from './training.ts'

/** Lends a workspace for `rows` rows. */
export function withWorkspace<T>(
  { architecture, shared }: Network,
  rows: number,
  task: (room: Workspace) => T,
): T {
  const { take, taken } = placer(0)
  placeWorkspace(architecture, shared, rows, take)
  const region = allocate(taken())
  try {
    return task(placeWorkspace(architecture, shared, rows, placer(region).take))
  } finally {
    release(region)
  }
}

/**
 * Runs `count` rows of inputs through the network, as many at a time as `room` holds, and shows each part. With the
 * statistics of the batch itself all rows must be one part, for each depends on all.
 */
export function runThrough(
  network: Network,
  room: Workspace,
  x: Float64Array,
  count: number,
  statistics: Statistics,
  dropping: Dropping,
  show: (first: number, rows: number) => void,
): void {
  const { x: at, inputs } = room.layers[0]
  for (let first = 0; first < count; first += room.capacity) {
    const rows = Math.min(room.capacity, count - first)
    view(at, rows * inputs).set(x.subarray(first * inputs, (first + rows) * inputs))
    forward(network, room, rows, statistics, dropping)
    show(first, rows)
  }
}

/**
 * Outputs of a layer (the last by default) for `count` rows of inputs, as at test time: units dropped in training count
 * with their mean, and batch norm takes the statistics that are named.
 */
export function predict(
  network: Network,
  x: Float64Array,
  count: number,
  out: Float64Array, // (count, units of the layer)
  statistics: Statistics = 'running',
  layer = network.inference.layers.length - 1,
): void {
  const run = (room: Workspace) => {
    const { y, units } = room.layers[layer]
    runThrough(network, room, x, count, statistics, 'mean', (first, rows) => {
      out.set(view(y, rows * units), first * units)
    })
  }
  const { inference } = network
  if (statistics === 'batch' && count > inference.capacity) withWorkspace(network, count, run)
  else run(inference)
}

/** Mean divergence over the examples `rows` names, at test time; the penalty is no part of it. */
export function testLoss(
  network: Network,
  data: Data,
  rows: Int32Array,
  statistics: Statistics = 'running',
): number {
  const { divergence, constants, sums } = network
  const run = (room: Workspace) => {
    sums[0] = 0
    for (let first = 0; first < rows.length; first += room.capacity) {
      const count = Math.min(room.capacity, rows.length - first)
      load(room, data, rows, first, count)
      forward(network, room, count, statistics, 'mean')
      diverge(divergence, room.layers[room.layers.length - 1], room.target, room.divergence, count)
      addUp(room.divergence, count, constants.sums)
    }
    return sums[0] / rows.length
  }
  const { inference } = network
  return statistics === 'batch' && rows.length > inference.capacity
    ? withWorkspace(network, rows.length, run)
    : run(inference)
}

/**
 * The lecture's statistics for inference, from the training minibatches at the present parameters: μ is the mean of
 * all μ_B, σ² the mean of all σ²_B · B/(B−1), where the layers before are normalized with each minibatch's own. Units
 * dropped in training count with their mean.
 */
export function measurePopulation(network: Network, data: Data, batches: readonly Int32Array[]): void {
  network.population.fill(0)
  const most = Math.max(...batches.map(({ length }) => length))
  withWorkspace(network, most, (room) => {
    for (const rows of batches) {
      load(room, data, rows, 0, rows.length)
      forward(network, room, rows.length, 'batch', 'mean')
      for (const { batchNorm, population, mean, variance, units } of room.layers) {
        if (!batchNorm) continue
        accumulate(mean, population, 1, batches.length, units)
        const others = Math.max(1, rows.length - 1)
        accumulate(variance, population + units, rows.length, others * batches.length, units)
      }
    }
  })
}
