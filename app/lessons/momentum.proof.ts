import { expect } from 'vitest'
import { momentum } from './momentum.ts'
import { prove } from './proof.fixture.ts'
import { follow, loss, race, ravine, shownIn, stepsTo, type Entry } from './races.fixture.ts'

/** The pairs that theory gives for curvatures from 1 to κ. */
const tuned = (kappa: number): Entry[] => {
  const root = Math.sqrt(kappa)
  const wide = Math.sqrt(3 * kappa + 1)
  return [
    ['sgd', { learningRate: 2 / (kappa + 1) }],
    ['momentum', { learningRate: 4 / (root + 1) ** 2, momentum: ((root - 1) / (root + 1)) ** 2 }],
    ['nesterov', { learningRate: 4 / (3 * kappa + 1), momentum: (wide - 2) / (wide + 2) }],
  ]
}

export const proof = prove(momentum, {
  root() {
    const steps = (kappa: number) =>
      race(ravine(kappa), 400, tuned(kappa)).map((trace) => stepsTo(trace, 1e-6))
    expect(steps(25)).toEqual([87, 27, 32])
    expect(steps(100)).toEqual([346, 58, 63])
    expect(shownIn(momentum, 'tuned').map((trace) => stepsTo(trace, 1e-6))).toEqual([87, 27, 32])
  },
  memory() {
    const stays = shownIn(momentum, 'memory?steps=2000').map((trace) => {
      let k = trace.length - 1
      while (loss(trace, k) < 1e-4 * loss(trace, 0)) k--
      return k + 1
    })
    expect(stays).toEqual([94, 26, 88, 928])
  },
  edge() {
    const ends = (id: string, rates: number[]) =>
      race(
        ravine(25),
        400,
        rates.map((rate): Entry => [id, { learningRate: rate / 25, momentum: 0.9 }]),
      ).map((trace) => loss(trace, 400) < loss(trace, 0))
    expect(ends('momentum', [3.7, 3.9])).toEqual([true, false])
    expect(ends('nesterov', [1.3, 1.4])).toEqual([true, false])
    const [sgd, ball, nesterov] = shownIn(momentum, 'edge')
    for (const trace of [sgd, ball]) expect(loss(trace, 200)).toBeLessThan(loss(trace, 0))
    expect(loss(nesterov, 200)).toBeGreaterThan(loss(nesterov, 0))
  },
  cycle() {
    const slope = ([x]: Float64Array) => [x < 1 ? 25 * x : x < 2 ? x + 24 : 25 * x - 24]
    const ball = follow('momentum', { learningRate: 1 / 9, momentum: 4 / 9 }, [3.3], slope, 300)
    const last = ball.slice(-3).map(([x]) => x)
    for (const x of [2.116, 0.647, -1.802])
      expect(Math.min(...last.map((one) => Math.abs(one - x)))).toBeLessThan(1e-3)
    const [end] = follow('sgd', { learningRate: 1 / 13 }, [3.3], slope, 300).slice(-1)
    expect(Math.abs(end[0])).toBeLessThan(1e-9)
  },
})
