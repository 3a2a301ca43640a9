import type { Batches, Prepared } from '../datasets/index.ts'
import type { Inference } from '../experiment/experiment.ts'
import { batchNormTerms, type Network, view } from '../network/index.ts'
import type { Inferences, Influence, Probe } from './insides.ts'
import { createMeter, readyStatistics, noScore } from './meter.ts'

/** One unit of the batch that was worked through last. */
export function influenceOf(
  { workspace, settings }: Network,
  { layer: l, unit }: NonNullable<Probe['unit']>,
  batch: Int32Array,
): Influence | undefined {
  const layer = workspace.layers[l]
  if (!layer?.batchNorm || unit >= layer.units) return undefined
  const { units } = layer
  const count = batch.length
  const column = (values: Float64Array) =>
    Float64Array.from({ length: count }, (_, i) => values[i * units + unit])
  const read = (at: number) => column(view(at, count * units))
  const terms = batchNormTerms(layer, count)
  const { stopGradient: stopped, epsilon } = settings.batchNorm
  return {
    layer: l,
    unit,
    rows: batch.slice(),
    z: read(layer.z),
    u: read(layer.u),
    zHat: read(layer.zHat),
    dzHat: read(layer.dzHat),
    throughU: column(terms.throughU),
    throughVariance: column(terms.throughVariance),
    throughMean: column(terms.throughMean),
    dz: read(layer.dz),
    stopped,
    mean: view(layer.mean, units)[unit],
    variance: view(layer.variance, units)[unit],
    gamma: view(layer.met, units)[unit],
    beta: view(layer.met + units, units)[unit],
    epsilon,
  }
}

const kinds: readonly Inference[] = ['running', 'population', 'batch']

/** The network after `step` updates at test time, under every kind of statistics. */
export function inferencesOf(
  network: Network,
  data: Prepared,
  batches: Batches,
  step: number,
): Inferences | undefined {
  const hidden = network.architecture.layers.slice(0, -1)
  if (!hidden.some(({ batchNorm }) => batchNorm)) return undefined
  const { train, validation, task } = data
  const of = validation.count > 0 ? 'validation' : 'training'
  const examples = of === 'validation' ? validation : train
  const measure = createMeter(network, task)
  const layers = hidden.map(({ batchNorm }) =>
    batchNorm ? ({} as Record<Inference, { mean: Float32Array; variance: Float32Array }>) : undefined,
  )
  const scores = {} as Record<Inference, { loss: number; accuracy: number }>
  const score = noScore()
  for (const kind of kinds) {
    const statistics = readyStatistics(network, kind, train, examples, batches, step)
    measure(examples, statistics, score)
    scores[kind] = { loss: score.loss, accuracy: score.accuracy }
    const values = kind === 'running' ? network.running : network.population
    let at = 0
    hidden.forEach(({ units }, l) => {
      const take = () => Float32Array.from(values.subarray(at, (at += units)))
      const layer = layers[l]
      if (layer) layer[kind] = { mean: take(), variance: take() }
    })
  }
  return { of, scores, layers }
}
