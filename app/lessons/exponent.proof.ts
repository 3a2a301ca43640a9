import { expect } from 'vitest'
import { exponent } from './exponent.ts'
import { prove } from './proof.fixture.ts'
import { shownIn, stepsNear, update } from './races.fixture.ts'

const powers = [0, 0.25, 0.5]
const near = () => shownIn(exponent, 'powers?steps=6000').map((trace) => stepsNear(trace, 0.4))

export const proof = prove(exponent, {
  ratio() {
    shownIn(exponent, 'powers').forEach((trace, i) => {
      const ratio = Math.abs(update(trace, 1, 1) / update(trace, 1, 0))
      expect(ratio).toBeCloseTo(40 ** (1 - 2 * powers[i]), 9)
    })
  },
  faster() {
    const [none, quarter, half] = near()
    expect(half).toBeLessThan(quarter / 3)
    expect(none).toBeGreaterThan(3 * quarter)
  },
  steps() {
    expect(near()).toEqual([5052, 470, 83])
  },
})
