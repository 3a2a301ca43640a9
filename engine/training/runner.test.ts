import { describe, expect, test } from 'vitest'
import type { Experiment } from '../experiment/experiment.ts'
import { parseExperiment } from '../experiment/parse.ts'
import { fingerprint } from './fingerprint.ts'
import { createRunner, revisit } from './runner.ts'
import { read } from './trace.ts'

const experiment = (input: object): Experiment => {
  const parsed = parseExperiment(input)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return parsed.experiment
}
const noisy = experiment({
  problem: { kind: 'surface', surface: 'ravine', parameters: { kappa: 25 }, noise: 0.7 },
  steps: 90,
  runs: [
    { optimizer: 'rmsprop', hyperparameters: { learningRate: 0.1 } },
    {
      id: 'late',
      optimizer: 'rmsprop',
      hyperparameters: { learningRate: 0.05 },
      schedule: { kind: 'step', size: 20 },
      clipping: { kind: 'norm', max: 2 },
    },
  ],
  changes: [
    { step: 30, run: 'late', path: 'hyperparameters.decay', value: 0.5 },
    { step: 60, path: 'problem.noise', value: 0 },
  ],
})
const whole = (one: Experiment) => {
  const runner = createRunner(one)
  runner.advance(one.steps)
  return runner
}

describe('a run is a function of its experiment alone', () => {
  test('however many calls it takes', () => {
    const inPieces = createRunner(noisy)
    for (const n of [1, 7, 0, 50, 1000]) inPieces.advance(n)
    expect(fingerprint(inPieces.traces)).toBe(fingerprint(whole(noisy).traces))
  })

  test('any step can be revisited exactly from any checkpoint before it', () => {
    const straight = whole(noisy)
    const checkpoints = [0, 29, 30, 31, 60, 77].map((step) => revisit(noisy, [], step).checkpoint())
    for (const step of [29, 30, 31, 61, 90]) {
      const runner = revisit(noisy, checkpoints, step)
      expect(runner.step).toBe(step)
      for (const run of [0, 1]) {
        for (const channel of Object.keys(runner.traces[run].layout.channels)) {
          expect(read(runner.traces[run], channel, step, 1), channel).toEqual(
            read(straight.traces[run], channel, step, 1),
          )
        }
      }
    }
  })

  test('a checkpoint survives being posted', () => {
    const checkpoint = structuredClone(revisit(noisy, [], 45).checkpoint())
    const resumed = createRunner(noisy, checkpoint)
    resumed.advance(noisy.steps)
    expect(resumed.checkpoint()).toEqual(whole(noisy).checkpoint())
  })

  test('its bits are those of the first release, on every machine', () => {
    expect(fingerprint(whole(noisy).traces)).toMatchInlineSnapshot(`"1fffea235982c277"`)
  })
})

describe('a race is fair', () => {
  test('all runs see the same noise, and removing one changes nothing for the others', () => {
    const alone = whole({ ...noisy, runs: noisy.runs.slice(1) })
    expect(fingerprint(alone.traces)).toBe(fingerprint(whole(noisy).traces.slice(1)))
    const twins = whole({ ...noisy, runs: [noisy.runs[0], { ...noisy.runs[0], id: 'twin' }], changes: [] })
    expect(fingerprint(twins.traces.slice(0, 1))).toBe(fingerprint(twins.traces.slice(1)))
  })

  test('noise has mean 0 and the standard deviation asked for', () => {
    const { traces } = whole(
      experiment({
        problem: { kind: 'surface', surface: 'ravine', noise: 0.5 },
        steps: 4000,
        runs: [{ optimizer: 'rmsprop' }],
      }),
    )
    let sum = 0
    let squares = 0
    for (let k = 1; k <= 4000; k++) {
      const noise = read(traces[0], 'g', k, 0) - read(traces[0], 'gradient', k - 1, 0)
      sum += noise
      squares += noise * noise
    }
    expect(Math.abs(sum / 4000)).toBeLessThan(0.03)
    expect(Math.sqrt(squares / 4000)).toBeCloseTo(0.5, 1)
  })
})

describe('changes', () => {
  test('act from the update after their step on, and a fork is the same run until then', () => {
    const forked = experiment({
      steps: 40,
      runs: [{ optimizer: 'rmsprop' }, { id: 'fork', optimizer: 'rmsprop' }],
      changes: [{ step: 20, run: 'fork', path: 'hyperparameters.learningRate', value: 0.001 }],
    })
    const [trunk, fork] = whole(forked).traces
    expect(read(fork, 'w', 20)).toBe(read(trunk, 'w', 20))
    expect(read(fork, 'rate', 21)).toBe(0.001)
    expect(read(fork, 'w', 21)).not.toBe(read(trunk, 'w', 21))
  })

  test('a new optimizer starts with fresh slots where the old one stood', () => {
    const switched = experiment({
      steps: 20,
      runs: [{ optimizer: 'rmsprop' }],
      changes: [{ step: 10, path: 'optimizer', value: 'adam' }],
    })
    const [trace] = whole(switched).traces
    const g = read(trace, 'g', 11)
    expect(read(trace, 'g', 11)).toBe(read(trace, 'gradient', 10))
    expect(read(trace, 'm', 11)).toBeCloseTo(0.1 * g, 12)
    expect(read(trace, 'm', 10)).toBeNaN()
    expect(read(trace, 'meanSquare', 11)).toBeNaN()
  })
})

describe('divergence is kept as it is', () => {
  test('values beyond the map are recorded until they are no longer numbers; then the run stops, others go on', () => {
    const wild = experiment({
      steps: 3000,
      runs: [
        { optimizer: 'sgd', hyperparameters: { learningRate: 0.1 } },
        { optimizer: 'sgd', hyperparameters: { learningRate: 0.01 } },
      ],
    })
    const [diverging, calm] = whole(wild).traces
    expect(diverging.stopped).toBeGreaterThan(200)
    expect(diverging.length).toBe(diverging.stopped)
    expect(read(diverging, 'loss', diverging.length - 1)).toBeGreaterThan(1e300)
    expect(calm.length).toBe(3001)
  })
})

test('clipping bounds the step and decay pulls to the origin, in that order', () => {
  const [trace] = whole(
    experiment({
      steps: 3,
      runs: [{ optimizer: 'sgd', clipping: { kind: 'norm', max: 1, epsilon: 0 }, weightDecay: 0.5 }],
    }),
  ).traces
  const [x, y] = [read(trace, 'w', 0, 0), read(trace, 'w', 0, 1)]
  const norm = Math.hypot(read(trace, 'gradient', 0, 0), read(trace, 'gradient', 0, 1))
  expect(read(trace, 'g', 1, 0)).toBeCloseTo(read(trace, 'gradient', 0, 0) / norm + 0.5 * x, 12)
  expect(read(trace, 'g', 1, 1)).toBeCloseTo(read(trace, 'gradient', 0, 1) / norm + 0.5 * y, 12)
})
