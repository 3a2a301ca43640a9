import type { Random } from '../random.ts'
import { bounds } from './architecture.ts'
import { keptFactor } from './dropout.ts'
import { runThrough } from './inference.ts'
import { view } from './kernels/arena.ts'
import { drawMask, repeatRow } from './kernels/rows.ts'
import type { Network } from './network.ts'

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

/** Adds weight · outputs of the subnetwork whose masks stand in the first row of each layer's. */
function addOutputs(
  network: Network,
  x: Float64Array,
  count: number,
  weight: number,
  out: Float64Array,
): void {
  const { inference, settings } = network
  inference.layers.forEach(({ mask, inputs }, l) => {
    if (settings.dropout.keep[l] < 1) repeatRow(mask, inference.capacity, inputs)
  })
  const { y, units } = inference.layers[inference.layers.length - 1]
  runThrough(network, inference, x, count, 'running', 'masks', (first, rows) => {
    const part = view(y, rows * units)
    for (let i = 0; i < part.length; i++) out[first * units + i] += weight * part[i]
  })
}

/** Adds weight · outputs of the subnetwork with the units that are kept. */
function addSubnetwork(
  network: Network,
  kept: Kept,
  x: Float64Array,
  count: number,
  weight: number,
  out: Float64Array,
): void {
  const { inference, settings } = network
  inference.layers.forEach(({ mask, inputs }, l) => {
    const factor = keptFactor(settings.dropout, settings.dropout.keep[l] ?? 1)
    const row = view(mask, inputs)
    for (let i = 0; i < inputs; i++) row[i] = kept(l, i) ? factor : 0
  })
  addOutputs(network, x, count, weight, out)
}

/** Outputs of one subnetwork for `count` rows of inputs. */
export function subnetwork(
  network: Network,
  kept: Kept,
  x: Float64Array,
  count: number,
  out: Float64Array,
): void {
  out.fill(0)
  addSubnetwork(network, kept, x, count, 1, out)
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
): void {
  const { inference, settings, constants } = network
  out.fill(0)
  for (let sample = from; sample < from + samples; sample++) {
    inference.layers.forEach(({ mask, inputs }, l) => {
      if (settings.dropout.keep[l] < 1) drawMask(streams[l].at(sample), constants.keep + 2 * l, mask, inputs)
    })
    addOutputs(network, x, count, 1 / samples, out)
  }
}

/**
 * Mean outputs of all subnetworks, each by its probability α^kept (1 − α)^dropped. There are 2ⁿ of them, so n, the number
 * of units that may be dropped, is at most 12.
 */
export function exactAverage(network: Network, x: Float64Array, count: number, out: Float64Array): void {
  const units = droppable(network)
  const [, most] = bounds.droppedUnits
  if (units.length > most)
    throw new RangeError(
      `The exact average is over at most ${most} units that may be dropped, not ${units.length}.`,
    )
  const { keep } = network.settings.dropout
  const places = new Map(units.map(([layer, input], bit) => [`${layer} ${input}`, bit]))
  out.fill(0)
  for (let set = 0; set < 1 << units.length; set++) {
    let weight = 1
    units.forEach(([layer], bit) => (weight *= (set >> bit) & 1 ? keep[layer] : 1 - keep[layer]))
    const kept: Kept = (layer, input) => ((set >> (places.get(`${layer} ${input}`) ?? 31)) & 1) === 1
    addSubnetwork(network, kept, x, count, weight, out)
  }
}
