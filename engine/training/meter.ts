import type { Task } from '../dataset.ts'
import type { Batches } from '../datasets/index.ts'
import type { Examples } from '../datasets/index.ts'
import type { Inference } from '../experiment/experiment.ts'
import { measurePopulation, type Network, type Statistics, testLoss, view } from '../network/index.ts'

/** What a network makes of examples at test time. */
export interface Score {
  loss: number
  /** Share of examples whose class it finds; NaN in regression. */
  accuracy: number
  /** Share of the hidden units' outputs beyond the point where learning slows; NaN where none can be. */
  saturated: number
  /** The greatest share, over the layers of ReLUs, of units that put out 0 for every example; NaN where there are none. */
  dead: number
}
export const noScore = (): Score => ({ loss: NaN, accuracy: NaN, saturated: NaN, dead: NaN })

const everyRow = (count: number): Int32Array => Int32Array.from({ length: count }, (_, i) => i)

/** Views of consecutive rows, as many at a time as a network looks at. */
const chunks = new WeakMap<Examples, readonly Int32Array[]>()
function chunksOf(examples: Examples, size: number): readonly Int32Array[] {
  let list = chunks.get(examples)
  if (!list) {
    const rows = everyRow(examples.count)
    const number = Math.ceil(examples.count / size)
    list = Array.from({ length: number }, (_, i) => rows.subarray(i * size, (i + 1) * size))
    chunks.set(examples, list)
  }
  return list
}

/**
 * Makes ready the statistics that batch norm is to take at test time, after `step` updates: the running averages; the
 * lecture's average over the minibatches of this epoch; or those of `examples` as one batch.
 */
export function readyStatistics(
  network: Network,
  inference: Inference,
  train: Examples,
  examples: Examples,
  { epochOf, perEpoch, batchRows }: Batches,
  step: number,
): Statistics {
  const { layers } = network.architecture
  if (inference === 'running' || !layers.some(({ batchNorm }) => batchNorm)) return 'running'
  if (inference === 'population') {
    const first = epochOf(Math.max(1, step)) * perEpoch + 1
    measurePopulation(
      network,
      train,
      Array.from({ length: perEpoch }, (_, i) => batchRows(first + i)),
    )
    return 'population'
  }
  const { count } = examples
  measurePopulation(network, examples, [everyRow(count)])
  // σ²_B itself, not its unbiased estimate.
  let at = 0
  for (const { batchNorm, units } of layers) {
    if (!batchNorm) continue
    for (let i = at + units; i < at + 2 * units; i++) network.population[i] *= Math.max(1, count - 1) / count
    at += 2 * units
  }
  return 'population'
}

/** Beyond which outputs a unit is saturated, from `centre` on both sides. */
export const saturation: Readonly<Record<string, { centre: number; reach: number } | undefined>> = {
  sigmoid: { centre: 0.5, reach: 0.45 },
  tanh: { centre: 0, reach: 0.95 },
}

/** Measures a network on examples; allocates nothing but what batch norm's statistics need. */
export function createMeter(network: Network, task: Task) {
  const { inference, architecture } = network
  const { capacity, layers } = inference
  const viewOf = ({ y, units }: (typeof layers)[number]) => view(y, capacity * units)
  const divergences = view(inference.divergence, capacity)
  const outputs = viewOf(layers[layers.length - 1])
  const width = layers[layers.length - 1].units
  const hidden = layers.slice(0, -1).flatMap((layer, l) => {
    const bounds = saturation[architecture.layers[l].activation]
    return bounds ? [{ ...bounds, y: viewOf(layer), units: layer.units }] : []
  })
  /** Layers of ReLUs, and for how many examples each unit was on. */
  const rectified = layers.slice(0, -1).flatMap((layer, l) => {
    const { activation, units } = architecture.layers[l]
    return activation === 'relu' ? [{ y: viewOf(layer), units, on: new Float64Array(units) }] : []
  })

  /** Whether row `i` of the chunk has the class that `d` gives it from `at` on. */
  function isFound(i: number, d: Float64Array, at: number): boolean {
    if (width === 1) return outputs[i] > 0.5 === d[at] > 0.5
    let best = 0
    for (let u = 1; u < width; u++) if (outputs[i * width + u] > outputs[i * width + best]) best = u
    return d[at + best] === 1
  }

  return function measure(examples: Examples, statistics: Statistics, score: Score): void {
    let [loss, found, beyond, seen, dead] = [0, 0, 0, 0, NaN]
    for (const { on } of rectified) on.fill(0)
    for (const rows of chunksOf(examples, capacity)) {
      testLoss(network, examples, rows, statistics)
      for (let i = 0; i < rows.length; i++) {
        loss += divergences[i]
        if (task !== 'regression' && isFound(i, examples.d, rows[i] * width)) found++
      }
      for (const { centre, reach, y, units } of hidden) {
        const count = rows.length * units
        for (let i = 0; i < count; i++) if (Math.abs(y[i] - centre) > reach) beyond++
        seen += count
      }
      for (const { y, units, on } of rectified)
        for (let i = 0; i < rows.length * units; i++) if (y[i] > 0) on[i % units]++
    }
    for (const { units, on } of rectified) {
      let off = 0
      for (let u = 0; u < units; u++) if (on[u] === 0) off++
      dead = dead > off / units ? dead : off / units
    }
    score.loss = loss / examples.count
    score.accuracy = task === 'regression' ? NaN : found / examples.count
    score.saturated = beyond / seen
    score.dead = dead
  }
}

const sumOfSquares = (values: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i] * values[i]
  return sum
}

/** Writes ‖W‖ over all weights to `out[at]`. */
export function weightNorm({ parameters }: Network, out: Float64Array, at: number): void {
  let squares = 0
  for (const { kind, values } of parameters) if (kind === 'W') squares += sumOfSquares(values)
  out[at] = Math.sqrt(squares)
}

/** Whether every parameter is finite. */
export const isFiniteStill = ({ w }: Network): boolean =>
  sumOfSquares(w) < Infinity || w.every(Number.isFinite)
