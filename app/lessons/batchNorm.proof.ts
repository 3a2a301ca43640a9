import { expect } from 'vitest'
import { networkOf } from '../../engine/experiment/kinds.ts'
import {
  configure,
  createNetwork,
  type Network,
  type Parameter,
  parameterOf,
  releaseNetwork,
  train,
} from '../../engine/network/index.ts'
import { dataOf } from '../../engine/training/networkData.ts'
import { createRunner, type Runner } from '../../engine/training/runner.ts'
import { architectureOf, settingsOf } from '../../engine/training/shape.ts'
import { read } from '../../engine/training/trace.ts'
import { batchNorm } from './batchNorm.ts'
import { each, median, trained, withNetwork } from './networks.fixture.ts'
import { prove } from './proof.fixture.ts'

const seeds = [1, 2, 3]
const atStart = ({ traces }: Runner) => traces.map((trace) => read(trace, 'saturated', 0))

/** The largest gradient of the biases before batch norm at a step, and their norm. */
const biases = (runner: Runner, i: number, step: number) => {
  const probe = { step, runs: [], parts: ['state' as const], map: [1, 1] as const, neuron: 1 }
  const { g } = runner.insides(i, probe)
  return withNetwork(runner, i, (network) => {
    const before = ['b1', 'b2'].map((name) => parameterOf(network, name))
    const gradients = before.flatMap(({ offset, values }) =>
      Array.from(g!.subarray(offset, offset + values.length), Math.abs),
    )
    return {
      gradient: Math.max(...gradients),
      norm: Math.hypot(...before.flatMap(({ values }) => [...values])),
    }
  })
}

/**
 * How much the slope of a layer's weights changes when the layers before it take their step and it does not, as a share
 * of that slope, on all training points: the internal covariate shift as Santurkar et al. measure it. Its median over
 * steps and layers, of each run.
 */
function shifts(runner: Runner): number[] {
  const { experiment } = runner
  const problem = networkOf(experiment)
  const data = dataOf(problem, experiment.seed, {})
  const rows = Int32Array.from({ length: data.train.count }, (_, i) => i)
  const start = createRunner(experiment)
  const found = experiment.runs.map((): number[] => [])
  const networks = experiment.runs.map((run) => {
    const tricks = { ...problem, ...run.problem }
    const network = createNetwork(architectureOf(data, tricks), rows.length)
    configure(network, settingsOf(tricks))
    return network
  })
  const weights = () => start.checkpoint().runs.map(({ w }) => Float64Array.from(w))
  const slopes = (network: Network, w: Float64Array, { offset, values }: Parameter) => {
    network.w.set(w)
    train(network, data.train, rows)
    return network.gradient.slice(offset, offset + values.length)
  }
  for (let k = 0; k < experiment.steps; k += 20) {
    const before = weights()
    start.advance(1)
    const after = weights()
    networks.forEach((network, i) => {
      for (const name of ['W2', 'W3', 'W4', 'W5']) {
        const own = parameterOf(network, name)
        const moved = Float64Array.from(before[i])
        moved.set(after[i].subarray(0, own.offset))
        const slope = slopes(network, before[i], own)
        const change = slopes(network, moved, own).map((one, j) => one - slope[j])
        found[i].push(Math.hypot(...change) / Math.hypot(...slope))
      }
    })
    start.advance(19)
  }
  networks.forEach(releaseNetwork)
  start.release()
  return found.map(median)
}

export const proof = prove(batchNorm, {
  deep() {
    // By the lecture's averages: running ones lag behind at this rate (0.79 for seed 2, above 0.96 for 9 of 10).
    for (const [without, with_] of trained(batchNorm, 'deep', seeds, each('trainAccuracy'))) {
      expect(without).toBeLessThan(0.7)
      expect(with_).toBeGreaterThan(0.85)
    }
  },
  rates() {
    for (const rate of [0.03, 0.3, 3, 30])
      trained(batchNorm, `deep?lr=${rate},${rate}`, [1], (runner) => {
        const [without, with_] = each('trainAccuracy')(runner)
        expect(without).toBeLessThan(0.7)
        if (rate <= 3) expect(with_).toBeGreaterThan(0.9)
      })
  },
  shift() {
    const all = trained(batchNorm, 'wild?steps=400', seeds, (runner) => {
      const [plain, normal] = each('trainAccuracy')(runner)
      expect(normal).toBeGreaterThan(plain)
      return shifts(runner)
    })
    expect(median(all.map(([without]) => without))).toBeLessThan(0.1)
    expect(median(all.map(([, with_]) => with_))).toBeGreaterThan(0.3)
  },
  linear() {
    for (const [without, with_] of trained(batchNorm, 'deep?steps=1&at=0', seeds, atStart)) {
      expect(without).toBeLessThan(0.01)
      expect(with_).toBeLessThan(0.01)
    }
  },
  wild() {
    for (const [without, with_] of trained(batchNorm, 'wild?steps=1', seeds, atStart)) {
      expect(without).toBeGreaterThan(0.25)
      expect(with_).toBeLessThan(0.02)
    }
  },
  bias() {
    for (const [through, past] of trained(batchNorm, 'through?steps=1&at=1', seeds, (runner) =>
      [0, 1].map((i) => biases(runner, i, 1).gradient),
    )) {
      expect(through).toBeLessThan(1e-12)
      expect(past).toBeGreaterThan(0.1)
    }
    trained(batchNorm, 'through', [1], (runner) => {
      const [through, past] = [0, 1].map((i) => biases(runner, i, 720))
      expect(through.gradient).toBeLessThan(1e-12)
      expect(through.norm).toBeLessThan(1e-9)
      expect(past.norm).toBeGreaterThan(1)
      const [exact, rough] = each('trainAccuracy')(runner)
      expect(Math.abs(exact - rough)).toBeLessThan(0.05)
    })
  },
  sorted() {
    const shuffled = trained(batchNorm, 'sorted?order=shuffled', seeds, each('validationAccuracy'))
    const sorted = trained(batchNorm, 'sorted', seeds, each('validationAccuracy'))
    seeds.forEach((_, n) => {
      expect(Math.min(...shuffled[n], sorted[n][0])).toBeGreaterThan(0.9)
      expect(sorted[n][1]).toBeLessThan(0.75)
    })
  },
  tiny() {
    const [[, two]] = trained(batchNorm, 'tiny', [1], each('validationAccuracy'))
    const [[, sixteen]] = trained(
      batchNorm,
      'tiny?batch=16&steps=600&at=600',
      [1],
      each('validationAccuracy'),
    )
    expect(two).toBeLessThan(0.65)
    expect(sixteen).toBeGreaterThan(0.9)
  },
})
