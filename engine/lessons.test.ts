/**
 * The claims of the lessons that need only a surface, with the settings and margins they were measured with (in
 * PyTorch, in float64). A claim that does not hold here is a fault of the engine or of the lesson, not of the test.
 */
import { describe, expect, test } from 'vitest'
import type { Experiment } from './experiment/experiment.ts'
import { parseExperiment } from './experiment/parse.ts'
import { Random } from './random.ts'
import { createRunner } from './training/runner.ts'
import { read, type Trace } from './training/trace.ts'

type Hyper = Record<string, number | string | boolean>
type Start = readonly [number, number]

/** Runs optimizers given as [id, hyperparameters, further settings] on a surface; one trace each. */
function race(
  problem: { surface: string; parameters?: Hyper; rotation?: number; start?: Start; noise?: number },
  steps: number,
  runs: [optimizer: string, hyperparameters: Hyper, rest?: object][],
  seed = 1,
): readonly Trace[] {
  const parsed = parseExperiment({
    seed,
    problem: { kind: 'surface', ...problem },
    steps,
    runs: runs.map(([optimizer, hyperparameters, rest], i) => ({
      id: `r${i}`,
      optimizer,
      hyperparameters,
      ...rest,
    })),
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  const experiment: Experiment = parsed.experiment
  const runner = createRunner(experiment)
  runner.advance(experiment.steps)
  return runner.traces
}

const loss = (trace: Trace, k: number) => read(trace, 'loss', k)
const x = (trace: Trace, k: number) => read(trace, 'w', k, 0)
const y = (trace: Trace, k: number) => read(trace, 'w', k, 1)
const distance = (trace: Trace, k: number) => Math.hypot(x(trace, k), y(trace, k))
/** The first step at which `holds`; Infinity where there is none. */
function first(trace: Trace, holds: (k: number) => boolean): number {
  for (let k = 0; k < trace.length; k++) if (holds(k)) return k
  return Infinity
}
const stepsTo = (trace: Trace, fraction: number) =>
  first(trace, (k) => loss(trace, k) <= fraction * loss(trace, 0))
const stepsNear = (trace: Trace, radius: number) => first(trace, (k) => distance(trace, k) < radius)

const ravine = (kappa: number, rotation = 0) => {
  const angle = (rotation * Math.PI) / 180
  const start: Start = [
    -5 * Math.cos(angle) - 2 * Math.sin(angle),
    -5 * Math.sin(angle) + 2 * Math.cos(angle),
  ]
  return { surface: 'ravine', parameters: { kappa }, rotation, start }
}

test('2: momentum turns κ into its root, if η and β are set together; too much is worse than none', () => {
  const [gd, ball, tuned, nesterov, heavy] = race(ravine(25), 400, [
    ['sgd', { learningRate: 2 / 26 }],
    ['momentum', { learningRate: 4 / 36, momentum: 4 / 6 / 1.5 }],
    ['nesterov', { learningRate: 4 / 76, momentum: (Math.sqrt(76) - 2) / (Math.sqrt(76) + 2) }],
    ['nesterov', { learningRate: 1 / 25, momentum: 4 / 6 }],
    ['momentum', { learningRate: 1 / 25, momentum: 0.99 }],
  ])
  expect([gd, ball, tuned, nesterov].map((trace) => stepsTo(trace, 1e-6))).toEqual([87, 27, 32, 37])
  expect(stepsTo(heavy, 1e-6)).toBe(Infinity)
})

test('2: momentum is stable to 2(1+β)/L, Nesterov only to 2(1+β)/((1+2β)L), below plain descent’s 2/L', () => {
  const ends = (id: string, rates: number[]) =>
    race(
      ravine(25),
      400,
      rates.map((rate) => [id, { learningRate: rate / 25, momentum: 0.9 }]),
    ).map((trace) => loss(trace, 400) < loss(trace, 0))
  expect(ends('momentum', [3.7, 3.9])).toEqual([true, false])
  expect(ends('nesterov', [1.3, 1.4])).toEqual([true, false])
})

test('3: the paths of second-moment and sign methods do not depend on κ; those of descent do', () => {
  const runs: [string, Hyper][] = [
    ['rmsprop', { learningRate: 0.1 }],
    ['adam', { learningRate: 0.2 }],
    ['adagrad', { learningRate: 0.5 }],
    ['sign', { learningRate: 0.1 }],
    ['rprop', { learningRate: 0.1 }],
    ['momentum', { learningRate: 0.004 }],
  ]
  const [steep, shallow] = [400, 25].map((kappa) => race(ravine(kappa), 60, runs))
  const apart = runs.map((_, i) => {
    let most = 0
    for (let k = 0; k <= 60; k++) {
      most = Math.max(
        most,
        Math.abs(x(steep[i], k) - x(shallow[i], k)),
        Math.abs(y(steep[i], k) - y(shallow[i], k)),
      )
    }
    return most
  })
  for (const difference of apart.slice(0, 5)) expect(difference).toBeLessThan(1e-6)
  expect(apart[5]).toBeGreaterThan(0.1)
  const [gd, rmsprop, adam] = race(ravine(100), 200, [
    ['sgd', { learningRate: 0.019 }],
    ['rmsprop', { learningRate: 0.1 }],
    ['adam', { learningRate: 0.2 }],
  ])
  expect([gd, rmsprop, adam].map((trace) => stepsNear(trace, 0.4))).toEqual([132, 53, 28])
})

test('6: bias correction makes the first step η; without it this ravine is crossed faster', () => {
  const [corrected, raw] = race(ravine(25), 100, [
    ['adam', { learningRate: 0.1 }],
    ['adam', { learningRate: 0.1, biasCorrection: false }],
  ])
  expect(Math.abs(read(corrected, 'update', 1, 1))).toBeCloseTo(0.1, 6)
  expect(Math.abs(read(raw, 'update', 1, 1))).toBeCloseTo(0.31623, 4)
  expect([stepsTo(corrected, 0.01), stepsTo(raw, 0.01)]).toEqual([49, 25])
})

test('7: turning the ravine costs diagonal scaling its gain, and descent nothing', () => {
  const at = (rotation: number) =>
    race(ravine(100, rotation), 1200, [
      ['sgd', { learningRate: 0.019 }],
      ['momentum', { learningRate: 0.01, momentum: 0.9 }],
      ['rmsprop', { learningRate: 0.1 }],
      ['adam', { learningRate: 0.2 }],
      ['adagrad', { learningRate: 0.5 }],
    ]).map((trace) => stepsNear(trace, 0.4))
  const [gd, momentum, rmsprop, adam, adagrad] = at(0)
  expect([gd, momentum, rmsprop, adam, adagrad]).toEqual([132, 24, 53, 28, 67])
  const turned = at(45)
  expect(turned.slice(0, 2)).toEqual([gd, momentum])
  expect(turned[2]).toBeGreaterThan(2 * rmsprop)
  expect(turned[3]).toBeGreaterThan(5 * adam)
})

describe('8: near a saddle descent is as fast as the distance already gained', () => {
  const escape = (y0: number) =>
    race({ surface: 'doubleWell', start: [1.5, y0] }, 250, [
      ['sgd', { learningRate: 0.1 }],
      ['momentum', { learningRate: 0.1, momentum: 0.9 }],
      ['nesterov', { learningRate: 0.1, momentum: 0.9 }],
      ['rmsprop', { learningRate: 0.02 }],
      ['adam', { learningRate: 0.02 }],
      ['sign', { learningRate: 0.02 }],
    ]).map((trace) => first(trace, (k) => Math.abs(y(trace, k)) > 0.5))
  test('normalised steps do not wait', () => {
    const [gd, momentum, nesterov, rmsprop, adam, sign] = escape(1e-3)
    expect([gd, momentum, nesterov, rmsprop, adam, sign]).toEqual([67, 25, 22, 12, 25, 25])
    expect(escape(1e-6)[0] - gd).toBeGreaterThan(60)
  })
  test('from the ridge itself nobody escapes, unless there is noise', () => {
    expect(escape(0).every((steps) => steps === Infinity)).toBe(true)
    const [noisy] = race({ surface: 'doubleWell', start: [1.5, 0], noise: 0.01 }, 250, [
      ['sgd', { learningRate: 0.1 }],
    ])
    expect(first(noisy, (k) => Math.abs(y(noisy, k)) > 0.5)).toBeLessThan(150)
  })
})

test('9: on a plateau the root of the mean square finds speed where descent has none', () => {
  const steps = race({ surface: 'well', parameters: { s: 1 }, start: [-4, 3] }, 3000, [
    ['sgd', { learningRate: 0.5 }],
    ['sgd', { learningRate: 5 }],
    ['momentum', { learningRate: 0.5 }],
    ['rmsprop', { learningRate: 0.05 }],
    ['adam', { learningRate: 0.05 }],
  ]).map((trace) => first(trace, (k) => loss(trace, k) < 0.1))
  expect(steps).toEqual([Infinity, Infinity, 2426, 55, 74])
})

test('9: at a cliff one huge gradient undoes all progress; a clip bounds the step at η · c', () => {
  const random = new Random(9, 'starts')
  const results = Array.from({ length: 100 }, () => {
    const start: Start = [3 + 4.5 * random.uniform(), -4.5 + 4 * random.uniform()]
    return race({ surface: 'cliff', start }, 1500, [
      ['sgd', { learningRate: 0.5 }],
      ['sgd', { learningRate: 0.5 }, { clipping: { kind: 'norm', max: 0.5 } }],
    ]).map((trace) => {
      let jump = 0
      for (let k = 1; k < trace.length; k++) {
        jump = Math.max(jump, Math.hypot(read(trace, 'update', k, 0), read(trace, 'update', k, 1)))
      }
      return { arrived: first(trace, (k) => loss(trace, k) < 0.01) < Infinity, jump }
    })
  })
  const share = (i: number) => results.filter((pair) => pair[i].arrived).length / results.length
  const largest = (i: number) => Math.max(...results.map((pair) => pair[i].jump))
  expect(share(0)).toBeLessThan(0.75)
  expect(share(1)).toBeGreaterThan(0.97)
  expect(largest(0)).toBeGreaterThan(50)
  expect(largest(1)).toBeLessThan(0.2501)
}, 30_000)

describe('10: with noise, a constant rate buys speed now and costs accuracy later', () => {
  const mean = (trace: Trace, from: number) => {
    let sum = 0
    for (let k = from; k < trace.length; k++) sum += loss(trace, k)
    return sum / (trace.length - from)
  }
  test('the floor is ησ²/(2 − η) in two dimensions of curvature 1', () => {
    const rates = [0.03, 0.1, 0.3, 1]
    const traces = race(
      { surface: 'ravine', parameters: { kappa: 1 }, noise: 1 },
      15000,
      rates.map((learningRate) => ['sgd', { learningRate }]),
    )
    rates.forEach((eta, i) => expect(mean(traces[i], 1000) / (eta / (2 - eta))).toBeCloseTo(1, 0.7))
  })
  test('decay as 1/k goes below an eighth of it', () => {
    const [constant, decaying] = race({ surface: 'ravine', parameters: { kappa: 1 }, noise: 1 }, 3000, [
      ['sgd', { learningRate: 0.3 }],
      ['sgd', { learningRate: 0.3 }, { schedule: { kind: 'inverse', tau: 100 } }],
    ])
    expect(mean(decaying, 2900)).toBeLessThan(mean(constant, 2900) / 8)
  })
})

test('11: among several minima the optimizer picks the answer: three from one start', () => {
  const ends = race({ surface: 'himmelblau', start: [0.875, 4.5] }, 400, [
    ['sgd', { learningRate: 0.005 }],
    ['momentum', { learningRate: 0.002, momentum: 0.9 }],
    ['rmsprop', { learningRate: 0.05 }],
    ['adam', { learningRate: 0.2 }],
    ['sign', { learningRate: 0.05 }],
  ]).map((trace) => [Math.round(x(trace, 400)), Math.round(y(trace, 400))].join())
  expect(ends).toEqual(['3,2', '4,-2', '-3,3', '-3,3', '-3,3'])
})

test('13: p = ½ is the one power of the second moment at which the units of the gradient cancel', () => {
  const [g, G] = [5, 200]
  const powers = [0, 0.25, 0.5]
  const traces = race(
    ravine(100),
    6000,
    powers.map((exponent) => {
      const length = Math.hypot(g / g ** (2 * exponent), G / G ** (2 * exponent))
      return ['power', { exponent, learningRate: 0.1 / length, epsilon: 0 }]
    }),
  )
  traces.forEach((trace, i) => {
    const ratio = Math.abs(read(trace, 'update', 1, 1) / read(trace, 'update', 1, 0))
    expect(ratio).toBeCloseTo((G / g) ** (1 - 2 * powers[i]), 9)
  })
  const [none, quarter, half] = traces.map((trace) => stepsNear(trace, 0.4))
  expect(half).toBeLessThan(quarter / 3)
  expect(none).toBeGreaterThan(3 * quarter)
})
