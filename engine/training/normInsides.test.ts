import { afterEach, describe, expect, test } from 'vitest'
import { createBatches } from '../datasets/index.ts'
import { networkOf } from '../experiment/kinds.ts'
import type { Insides, Part, Probe } from './insides.ts'
import { dataOf } from './networkData.ts'
import { adam, allReleased, last, network, tracesOf } from './networks.fixture.ts'
import { createProber } from './prober.ts'

afterEach(allReleased)

function ask(experiment: ReturnType<typeof network>, step: number, parts: readonly Part[]): Insides {
  const prober = createProber(experiment, () => [])
  const probe: Probe = { step, runs: [0], parts, map: [1, 1], neuron: 1, unit: { layer: 0, unit: 2 } }
  const [insides] = prober.answer(probe)
  prober.release()
  return insides
}
const sum = (values: Float64Array) => values.reduce((total, one) => total + one, 0)

describe('the influence of examples through batch norm', () => {
  const normalized = (rest: object = {}) => network({ batchNorm: { on: true, ...rest } })

  test('is in three terms that add up to the gradient the weights were trained with', () => {
    const experiment = normalized()
    const { influence, g } = ask(experiment, 30, ['influence', 'state'])
    const { throughU, throughVariance, throughMean, dz, rows } = influence!
    dz.forEach((one, i) =>
      expect(Math.abs(throughU[i] + throughVariance[i] + throughMean[i] - one)).toBeLessThan(1e-12),
    )
    // ∂W = Σ ∂z xᵀ: row 2 of the first layer, over its two inputs.
    const { x } = dataOf(networkOf(experiment), experiment.seed, {}).train
    for (const c of [0, 1]) {
      const gradient = dz.reduce((total, one, i) => total + one * x[2 * rows[i] + c], 0)
      expect(g![2 * 2 + c]).toBe(Math.fround(gradient))
    }
    // All z moved alike: nothing changes, which is why b gets no gradient.
    expect(Math.abs(sum(dz))).toBeLessThan(1e-15)
  })

  test('is the first term alone where none flows through μ and σ', () => {
    const { influence } = ask(normalized({ stopGradient: true }), 30, ['influence'])
    const { throughU, throughVariance, dz, stopped } = influence!
    expect(stopped).toBe(true)
    expect(Math.max(...dz.map((one, i) => Math.abs(one - throughU[i])))).toBeLessThan(1e-12)
    expect(throughVariance.some((one) => Math.abs(one) > 1e-6)).toBe(true)
    expect(Math.abs(sum(dz))).toBeGreaterThan(1e-6)
  })

  test('is none without batch norm, nor before the first update', () => {
    expect(ask(network({}), 30, ['influence', 'inference'])).toEqual({ run: 0, step: 30 })
    expect(ask(normalized(), 0, ['influence']).influence).toBeUndefined()
  })
})

describe('inference', () => {
  test('under the statistics of the experiment has the losses that its rows have', () => {
    for (const inference of ['running', 'population', 'batch'] as const) {
      const experiment = network({ batchNorm: { on: true, inference } })
      const [trace] = tracesOf(experiment)
      const { scores, of } = ask(experiment, 120, ['inference']).inference!
      expect(of).toBe('validation')
      expect(scores[inference]).toEqual({
        loss: last(trace, 'validationLoss'),
        accuracy: last(trace, 'validationAccuracy'),
      })
    }
  })

  test('has the population of the lecture: the mean of μ_B, and of σ²_B · B/(B−1), over all minibatches', () => {
    // One step that goes nowhere: the first layer's z is known from the first weights.
    const experiment = network(
      { batchNorm: { on: true }, batch: 16 },
      { steps: 1, runs: [{ ...adam, hyperparameters: { learningRate: 1e-12 } }] },
    )
    const { inference, w } = ask(experiment, 1, ['inference', 'state'])
    const { population } = inference!.layers[0]!
    const { train } = dataOf(networkOf(experiment), experiment.seed, {})
    const batches = createBatches(train, 16, 'shuffled', experiment.seed)
    const unit = 2
    let [mean, variance] = [0, 0]
    for (let k = 1; k <= batches.perEpoch; k++) {
      const z = Array.from(batches.batchRows(k), (row) =>
        [0, 1].reduce((total, c) => total + w![2 * unit + c] * train.x[2 * row + c], 0),
      )
      const own = z.reduce((total, one) => total + one, 0) / z.length
      const squares = z.reduce((total, one) => total + (one - own) ** 2, 0) / z.length
      mean += own / batches.perEpoch
      variance += (squares * z.length) / (z.length - 1) / batches.perEpoch
    }
    expect(population.mean[unit]).toBeCloseTo(mean, 5)
    expect(population.variance[unit]).toBeCloseTo(variance, 5)
  })

  test('fails under averages that are not warm yet, where the population does not', () => {
    const experiment = network(
      {
        data: { kind: 'circles', count: 480 },
        hidden: [16, 16],
        batch: 80,
        batchNorm: { on: true, momentum: 0.01 },
      },
      { runs: [{ optimizer: 'sgd', hyperparameters: { learningRate: 0.3 } }] },
    )
    const { scores } = ask(experiment, 120, ['inference']).inference!
    expect(scores.running.accuracy).toBeLessThan(0.7)
    expect(scores.population.accuracy).toBeGreaterThan(0.95)
  })
})

test('a layer that is left out has no statistics, and its biases keep their gradient', () => {
  const experiment = network({ hidden: [4, 4], batchNorm: { on: true, layers: '2' } })
  const { inference, batch, g } = ask(experiment, 30, ['inference', 'batch', 'state'])
  expect(inference!.layers.map((layer) => layer !== undefined)).toEqual([false, true])
  expect(batch!.layers.map(({ mean }) => mean !== undefined)).toEqual([false, true, false])
  const { inputs } = dataOf(networkOf(experiment), experiment.seed, {})
  const [first, second] = [4 * inputs.length, 4 * inputs.length + 4 + 16]
  expect(Math.max(...g!.slice(first, first + 4).map(Math.abs))).toBeGreaterThan(1e-6)
  expect(Math.max(...g!.slice(second, second + 4).map(Math.abs))).toBeLessThan(1e-15)
})
