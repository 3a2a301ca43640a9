import { expect } from 'vitest'
import { adagrad } from './adagrad.ts'
import { prove } from './proof.fixture.ts'
import { follow, loss, shownIn, update, upTo, y } from './races.fixture.ts'

/** Steps to a hundredth of the height in the valley of κ = 25, with its loss multiplied by `scale`. */
const stepsDown = (id: string, options: Record<string, number>, scale: number) => {
  const path = follow(id, options, [-5, 2], ([u, v]) => [scale * u, 25 * scale * v], 3000)
  const heights = path.map(([u, v]) => u * u + 25 * v * v)
  return heights.findIndex((height) => height <= 0.01 * heights[0])
}

export const proof = prove(adagrad, {
  shrinks() {
    const [trace] = shownIn(adagrad, 'steady')
    for (const k of upTo(100)) expect(Math.abs(update(trace, k, 0)) / 0.05).toBeCloseTo(1 / Math.sqrt(k), 6)
  },
  epsilon() {
    const path = (epsilon: number) => follow('adadelta', { epsilon, decay: 0.95 }, [0], () => [2], 1000)
    const step = (w: number[][], k: number) => Math.abs(w[k][0] - w[k - 1][0])
    expect(step(path(1e-6), 1)).toBeCloseTo(0.0045, 4)
    expect(step(path(1e-4), 1)).toBeCloseTo(0.045, 3)
    expect(step(path(1e-6), 1000)).toBeCloseTo(0.0085, 3)
  },
  scale() {
    const delta = { epsilon: 1e-6, decay: 0.95 }
    expect([0.001, 1, 1000].map((scale) => stepsDown('adadelta', delta, scale))).toEqual([1585, 883, 883])
    expect([1, 1000].map((scale) => stepsDown('sgd', { learningRate: 0.07 }, scale))).toEqual([21, -1])
  },
  late() {
    const at = (curvature: number) =>
      follow('adadelta', { epsilon: 1e-4, decay: 0.95 }, [1], ([w]) => [curvature * w], 5000)
    const steep = at(5)
    expect(Math.abs(steep[200][0])).toBeLessThan(1e-40)
    expect(Math.abs(steep[5000][0])).toBeGreaterThan(0.1)
    expect(Math.abs(at(1.9)[5000][0])).toBeLessThan(1e-6)
    const [shown] = shownIn(adagrad, 'late')
    expect(Math.min(...upTo(6000).map((k) => loss(shown, k)))).toBeLessThan(1e-12)
    expect(Math.max(...upTo(1000).map((k) => Math.abs(y(shown, 5000 + k))))).toBeGreaterThan(0.1)
  },
})
