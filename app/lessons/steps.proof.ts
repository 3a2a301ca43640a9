import { expect } from 'vitest'
import { prove } from './proof.fixture.ts'
import { loss, race, ravine, shownIn, stepsTo, upTo, x, y } from './races.fixture.ts'
import { steps } from './steps.ts'

const at = (figure: string) => shownIn(steps, figure)[0]
const flips = (figure: string) => {
  const trace = at(figure)
  return upTo(60).filter((k) => y(trace, k) * y(trace, k - 1) < 0).length
}

export const proof = prove(steps, {
  edge() {
    expect(loss(at('valley?lr=.0792&steps=300'), 300)).toBeLessThan(1e-2)
    expect(Math.abs(loss(at('valley?lr=.08&steps=300'), 300) - 50)).toBeLessThan(1)
    expect(loss(at('valley?lr=.0808&steps=300'), 300)).toBeGreaterThan(1e5)
  },
  flips() {
    expect(flips('valley')).toBe(60)
    expect(flips('valley?lr=.035')).toBe(0)
  },
  waits() {
    const waits = [1, 5, 25, 100, 400].map((kappa) =>
      stepsTo(race(ravine(kappa), 1000, [['sgd', { learningRate: 2 / (kappa + 1) }]])[0], 1e-3),
    )
    expect(waits).toEqual([1, 9, 44, 173, 691])
    expect(stepsTo(at('best'), 1e-3)).toBe(44)
  },
  alone() {
    const [stable, unstable] = [at('valley'), at('valley?lr=.0808')]
    for (const trace of [stable, unstable]) expect(Math.abs(x(trace, 60))).toBeLessThan(0.05)
    expect(Math.abs(y(unstable, 60))).toBeGreaterThan(Math.abs(y(unstable, 0)))
  },
})
