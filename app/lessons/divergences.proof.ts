import { expect } from 'vitest'
import { read } from '../../engine/training/trace.ts'
import { divergences } from './divergences.ts'
import { each, trained } from './networks.fixture.ts'
import { prove } from './proof.fixture.ts'
import { first, follow } from './races.fixture.ts'

const seeds = [1, 2, 3]
const sigmoid = (z: number) => 1 / (1 + Math.exp(-z))

/** Steps until the output of one neuron, w + b at x = 1, is below 0.1; its target is 0. */
const correct = (z: number, slope: (y: number) => number) =>
  follow(
    'sgd',
    { learningRate: 0.15 },
    [z / 2, z / 2],
    ([w, b]) => Array<number>(2).fill(slope(sigmoid(w + b))),
    3000,
  ).findIndex(([w, b]) => sigmoid(w + b) < 0.1)

const within = (slope: (x: number) => number, bound: number, steps: number) =>
  follow('sgd', { learningRate: 0.1 }, [1.55], ([x]) => [slope(x)], steps).findIndex(
    ([x]) => Math.abs(x) < bound,
  )

export const proof = prove(divergences, {
  mistake() {
    for (const [weight, least, most] of [
      [-3, 600, 800],
      [-4, 1500, 2500],
      [-5, Infinity, Infinity],
    ])
      trained(divergences, `mistake?weights=${weight},${weight},0&steps=4000`, seeds, ({ traces }) => {
        const [kl, l2] = traces.map((trace) => first(trace, (k) => read(trace, 'trainAccuracy', k) >= 0.95))
        expect(kl).toBeLessThan(100)
        expect(l2).toBeGreaterThanOrEqual(least)
        expect(l2).toBeLessThanOrEqual(most)
      })
  },
  neuron() {
    const steps = (z: number) => [correct(z, (y) => y), correct(z, (y) => y * y * (1 - y))]
    expect(steps(4)).toEqual([50, 469])
    expect(steps(6)).toEqual([57, 1652])
  },
  blobs() {
    for (const ends of trained(divergences, 'blobs', seeds, each('validationAccuracy')))
      for (const accuracy of ends) expect(accuracy).toBeGreaterThan(0.96)
  },
  shapes() {
    expect(within((x) => x, 0.01, 100)).toBe(48)
    expect(within((x) => x ** 3, 0.01, 50_000)).toBe(49_991)
    expect([0.1, 0.01].map((bound) => within(Math.sign, bound, 1000))).toEqual([15, -1])
  },
})
