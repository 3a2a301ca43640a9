import type { Batches } from '../datasets/index.ts'
import type { Examples, Prepared } from '../datasets/index.ts'
import { type Layer, type Network, predict, type Statistics, view } from '../network/index.ts'
import { gridOf } from './grid.ts'
import type { Insides, Probe } from './insides.ts'
import { roughnessOf } from './roughness.ts'
import { inferencesOf, influenceOf } from './normInsides.ts'
import { scoresOf } from './scores.ts'

/** What each hidden unit puts out for rows of inputs: for each layer a plane of rows per unit. */
function planes(network: Network, inputs: Float64Array, statistics: Statistics): Float32Array[] {
  const { inference, architecture } = network
  const count = inputs.length / architecture.inputs
  const { capacity, layers } = inference
  const hidden = layers.slice(0, -1)
  const maps = hidden.map(({ units }) => new Float32Array(units * count))
  const out = new Float64Array(capacity * layers[layers.length - 1].units)
  for (let first = 0; first < count; first += capacity) {
    const rows = Math.min(capacity, count - first)
    const part = inputs.subarray(first * architecture.inputs, (first + rows) * architecture.inputs)
    predict(network, part, rows, out, statistics)
    hidden.forEach(({ y, units }, l) => {
      const values = view(y, rows * units)
      for (let i = 0; i < rows; i++)
        for (let u = 0; u < units; u++) maps[l][u * count + first + i] = values[i * units + u]
    })
  }
  return maps
}

type LayerInsides = NonNullable<Insides['batch']>['layers'][number]

function layerInsides(layer: Layer, keep: number, rows: number): LayerInsides {
  const { units, inputs, batchNorm } = layer
  const copy = (at: number, size: number) => Float32Array.from(view(at, size))
  return {
    units,
    z: copy(layer.z, rows * units),
    u: copy(layer.u, rows * units),
    y: copy(layer.y, rows * units),
    ...(batchNorm && {
      mean: copy(layer.mean, units),
      variance: copy(layer.variance, units),
      runningMean: copy(layer.running, units),
      runningVariance: copy(layer.running + units, units),
      gamma: copy(layer.met, units),
      beta: copy(layer.met + units, units),
    }),
    ...(keep < 1 && { mask: Uint8Array.from(view(layer.mask, rows * inputs), (one) => (one > 0 ? 1 : 0)) }),
  }
}

/** The parts of a probe that only a network has; maps only of data that have a domain. */
export function networkInsides(
  network: Network,
  data: Prepared,
  batches: Batches,
  statisticsFor: (examples: Examples) => Statistics,
  step: number,
  { parts, map, neuron, domain = data.domain, plane, unit }: Probe,
): Partial<Insides> {
  const insides: Partial<Insides> = {}
  const isDrawn = data.domain.length > 0
  const statistics =
    isDrawn && (parts.includes('map') || parts.includes('neurons')) ? statisticsFor(data.train) : 'running'
  if (isDrawn && parts.includes('map')) {
    const inputs = gridOf({ ...data, domain }, ...map)
    const count = inputs.length / data.inputs.length
    const out = new Float64Array(count * data.outputs)
    predict(network, inputs, count, out, statistics)
    insides.map = Float32Array.from(out)
    const layer = plane && planes(network, inputs, statistics)[plane.layer]
    if (plane && layer)
      insides.plane = { ...plane, values: layer.slice(plane.unit * count, (plane.unit + 1) * count) }
  }
  if (isDrawn && parts.includes('neurons'))
    insides.neurons = planes(network, gridOf(data, neuron, neuron), statistics)
  if (data.domain.length === 2 && parts.includes('roughness'))
    insides.roughness = roughnessOf(network, data, statisticsFor(data.train))
  if (parts.includes('batch') && step > 0) {
    const rows = batches.batchRows(step).slice()
    const { keep } = network.settings.dropout
    const { layers } = network.workspace
    insides.batch = {
      rows,
      layers: layers.map((layer, l) => layerInsides(layer, keep[l] ?? 1, rows.length)),
    }
  }
  if (parts.includes('influence') && unit && step > 0)
    insides.influence = influenceOf(network, unit, batches.batchRows(step))
  if (parts.includes('scores')) insides.scores = scoresOf(network, data, statisticsFor)
  if (parts.includes('inference')) insides.inference = inferencesOf(network, data, batches, step)
  return insides
}
