import { expect } from 'vitest'
import { createRunner, type Runner } from '../../engine/training/runner.ts'
import { each, median, trained } from './networks.fixture.ts'
import { prove } from './proof.fixture.ts'
import { first, loss, race, ravine, shownIn, stepsTo, update, upTo, x, y } from './races.fixture.ts'
import { signs } from './signs.ts'

/** Mean φ of the fifty updates after those that have been made, of each run. */
function evennessAfter({ experiment, checkpoint }: Runner): number[] {
  const runner = createRunner({ ...experiment, steps: experiment.steps + 50 }, checkpoint())
  const weights = () => runner.checkpoint().runs.map(({ w }) => Float64Array.from(w))
  const sums = experiment.runs.map(() => 0)
  let before = weights()
  for (const _ of upTo(50)) {
    runner.advance(1)
    const after = weights()
    after.forEach((w, i) => {
      const sizes = Array.from(w, (value, j) => Math.abs(value - before[i][j]))
      const [sum, squares] = [1, 2].map((power) => sizes.reduce((total, size) => total + size ** power, 0))
      sums[i] += (sum * sum) / (w.length * squares) / 50
    })
    before = after
  }
  runner.release()
  return sums
}

export const proof = prove(signs, {
  steady() {
    const traces = shownIn(signs, 'slope?steps=240&start=-5,4&lr=.002,.002,.002,.002,.002')
    const gammas = [0.5, 0.8, 0.9, 0.99]
    gammas.forEach((gamma, n) => {
      for (const k of upTo(240))
        for (const i of [0, 1])
          expect(Math.abs(update(traces[n], k, i)) / 0.002).toBeCloseTo(1 / Math.sqrt(1 - gamma ** k), 5)
    })
    const within = (n: number) =>
      first(traces[n], (k) => k > 0 && Math.abs(update(traces[n], k, 0)) < 1.05 * 0.002)
    expect(Math.abs(update(traces[2], 1, 0)) / 0.002).toBeCloseTo(3.162, 3)
    expect([within(2), within(3)]).toEqual([23, 237])
  },
  noise() {
    const [trace] = shownIn(signs, 'noise?steps=4000&lr=.0002,.0002')
    const pace = (i: number) => {
      const sum = upTo(3500).reduce((sum, k) => sum + update(trace, k + 500, i), 0)
      return Math.abs(sum) / 3500 / 0.0002
    }
    expect(Math.abs(pace(0) - 1 / Math.hypot(1, 3))).toBeLessThan(0.05)
    expect(Math.abs(pace(1) - 10 / Math.hypot(10, 3))).toBeLessThan(0.05)
  },
  epsilon() {
    const arrive = shownIn(signs, 'plateau?steps=400').map((trace) =>
      first(trace, (k) => loss(trace, k) < 0.1),
    )
    expect(arrive).toEqual([Infinity, 33, Infinity, 63])
  },
  net() {
    const [[sgd, rmsprop]] = trained(signs, 'net?steps=250&at=250', [1], evennessAfter)
    const [[, noisy]] = trained(signs, 'net?steps=250&at=250&batch=10', [1], evennessAfter)
    expect(rmsprop).toBeGreaterThan(0.9)
    expect(sgd).toBeLessThan(0.6)
    expect(noisy).toBeLessThan(rmsprop)
  },
  cycle() {
    const [trace] = shownIn(signs, 'settle')
    for (const w of [x(trace, 800), y(trace, 800)]) expect(Math.abs(w) / 0.1).toBeCloseTo(0.5, 3)
  },
  rprop() {
    const [rprop, sign] = race(ravine(25), 400, [
      ['rprop', { learningRate: 0.1 }],
      ['sign', { learningRate: 0.1 }],
    ])
    expect(stepsTo(rprop, 0.01)).toBe(13)
    expect(stepsTo(sign, 0.01)).toBe(40)
    expect(loss(rprop, 400)).toBeLessThan(1e-9)
    expect(Math.max(loss(sign, 399), loss(sign, 400))).toBeGreaterThan(1e-3)
  },
  batches() {
    const ends = trained(signs, 'batches', [1, 2, 3, 4, 5], each('trainAccuracy'))
    expect(median(ends.map(([rprop]) => rprop))).toBeLessThan(0.85)
    expect(median(ends.map(([, rmsprop]) => rmsprop))).toBeGreaterThan(0.95)
  },
})
