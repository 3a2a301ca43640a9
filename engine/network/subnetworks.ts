import type { Random } from '../random.ts'
import { bounds } from './architecture.ts'
import type { Statistics } from './batchNorm.ts'
import { keptFactor } from './dropout.ts'
import { runThrough } from './inference.ts'
import { view } from './kernels/arena.ts'
import { drawMask, repeatRow } from './kernels/rows.ts'
import type { Network } from './network.ts'
import { forward } from './passes.ts'

// Dropout trains all subnetworks at once, each the network without some of its units. Here every example goes through the
// same subnetwork, so that each is a function that can be drawn as a map.

/** Whether each input of each layer stays; only those of layers with dropout are looked at. */
type Kept = (layer: number, input: number) => boolean

/** The inputs that dropout may drop: [layer, input]. */
export function droppable({ inference, settings }: Network): [layer: number, input: number][] {
  const { keep } = settings.dropout
  return inference.layers.flatMap(({ inputs }, layer) =>
    keep[layer] < 1 ? Array.from({ length: inputs }, (_, input): [number, number] => [layer, input]) : [],
  )
}

/** Adds weight · outputs of the last layer to rows `first` and on. */
function addOutputs({ inference }: Network, weight: number, first: number, rows: number, out: Float64Array) {
  const { y, units } = inference.layers[inference.layers.length - 1]
  const part = view(y, rows * units)
  for (let i = 0; i < part.length; i++) out[first * units + i] += weight * part[i]
}

/** Adds weight · outputs of the subnetwork whose masks stand in the first row of each layer's. */
function addSubnetwork(
  network: Network,
  x: Float64Array,
  count: number,
  weight: number,
  out: Float64Array,
  statistics: Statistics,
): void {
  const { inference, settings } = network
  inference.layers.forEach(({ mask, inputs }, l) => {
    if (settings.dropout.keep[l] < 1) repeatRow(mask, inference.capacity, inputs)
  })
  runThrough(network, inference, x, count, statistics, 'masks', (first, rows) =>
    addOutputs(network, weight, first, rows, out),
  )
}

/** Outputs of one subnetwork for `count` rows of inputs. */
export function subnetwork(
  network: Network,
  kept: Kept,
  x: Float64Array,
  count: number,
  out: Float64Array,
  statistics: Statistics = 'running',
): void {
  const { inference, settings } = network
  inference.layers.forEach(({ mask, inputs }, l) => {
    const factor = keptFactor(settings.dropout, settings.dropout.keep[l] ?? 1)
    const row = view(mask, inputs)
    for (let i = 0; i < inputs; i++) row[i] = kept(l, i) ? factor : 0
  })
  out.fill(0)
  addSubnetwork(network, x, count, 1, out, statistics)
}

/** Mean outputs of subnetworks drawn at random, those of the steps `from` to `from + samples − 1` of the streams. */
export function monteCarlo(
  network: Network,
  streams: readonly Random[],
  samples: number,
  x: Float64Array,
  count: number,
  out: Float64Array,
  from = 0,
  statistics: Statistics = 'running',
): void {
  const { inference, settings, constants } = network
  out.fill(0)
  for (let sample = from; sample < from + samples; sample++) {
    inference.layers.forEach(({ mask, inputs }, l) => {
      if (settings.dropout.keep[l] < 1) drawMask(streams[l].at(sample), constants.keep + 2 * l, mask, inputs)
    })
    addSubnetwork(network, x, count, 1 / samples, out, statistics)
  }
}

/**
 * Mean outputs of all subnetworks, each by its probability α^kept (1 − α)^dropped. There are 2ⁿ of them, so n, the number
 * of units that may be dropped, is at most 12. They are visited in Gray's order: one unit is other than before, a late one
 * most often, so that only the layers from there on are passed through again.
 */
export function exactAverage(
  network: Network,
  x: Float64Array,
  count: number,
  out: Float64Array,
  statistics: Statistics = 'running',
): void {
  const units = droppable(network).toReversed()
  const [, most] = bounds.droppedUnits
  if (units.length > most)
    throw new RangeError(
      `The exact average is over at most ${most} units that may be dropped, not ${units.length}.`,
    )
  const { inference, settings } = network
  const { keep } = settings.dropout
  const sets = 1 << units.length
  const weights = Float64Array.from({ length: sets }, (_, set) =>
    units.reduce((weight, [layer], bit) => weight * ((set >> bit) & 1 ? keep[layer] : 1 - keep[layer]), 1),
  )
  out.fill(0)
  for (const [layer] of units) {
    const { mask, inputs } = inference.layers[layer]
    view(mask, inference.capacity * inputs).fill(0)
  }
  runThrough(network, inference, x, count, statistics, 'masks', (first, rows) => {
    let set = 0
    for (let n = 1; n <= sets; n++) {
      addOutputs(network, weights[set], first, rows, out)
      // The lowest bit of n; the last of all comes back to the first set, that of the next rows.
      const bit = n < sets ? 31 - Math.clz32(n & -n) : units.length - 1
      if (bit < 0) return
      set ^= 1 << bit
      const [layer, input] = units[bit]
      const { mask, inputs } = inference.layers[layer]
      const column = view(mask, inference.capacity * inputs)
      const value = (set >> bit) & 1 ? keptFactor(settings.dropout, keep[layer]) : 0
      for (let r = 0; r < inference.capacity; r++) column[r * inputs + input] = value
      if (n < sets) forward(network, inference, rows, statistics, 'masks', layer)
    }
  })
}
