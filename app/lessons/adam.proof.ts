import { expect } from 'vitest'
import { adam } from './adam.ts'
import { prove } from './proof.fixture.ts'
import { follow, shownIn, stepsNear, stepsTo, update, upTo } from './races.fixture.ts'

const length = (figure: string, run: number) => {
  const trace = shownIn(adam, figure)[run]
  return (k: number) => Math.abs(update(trace, k, 1)) / 0.002
}

export const proof = prove(adam, {
  corrected() {
    const corrected = length('first', 0)
    for (const k of upTo(100)) expect(Math.abs(corrected(k) - 1)).toBeLessThan(1e-3)
  },
  raw() {
    const raw = length('first', 1)
    expect(raw(1)).toBeCloseTo(3.162, 3)
    expect(raw(12)).toBeCloseTo(6.569, 2)
    expect(Math.max(...upTo(100).map(raw))).toBe(raw(12))
  },
  slow() {
    const slow = length('first?raw.beta1=.99', 1)
    expect(slow(1)).toBeCloseTo(0.316, 3)
    expect(slow(100)).toBeGreaterThan(2)
  },
  valley() {
    expect(shownIn(adam, 'valley').map((trace) => stepsTo(trace, 0.01))).toEqual([49, 25])
  },
  kept() {
    expect(shownIn(adam, 'kept').map((trace) => stepsNear(trace, 0.4))).toEqual([48, 72])
  },
  reddi() {
    const end = (id: string, options: Record<string, number | boolean>) => {
      const path = follow(id, options, [0], (_, k) => [k % 3 === 1 ? 3 : -1], 3000, {
        rate: (k) => 0.1 / Math.sqrt(k),
        within: 1,
      })
      return path[3000][0]
    }
    const forgetful = { beta1: 0, beta2: 0.1 }
    expect(end('adam', forgetful)).toBeGreaterThan(0.9)
    expect(end('adam', { ...forgetful, amsgrad: true })).toBeLessThan(-0.9)
    expect(end('sgd', {})).toBeLessThan(-0.9)
    expect(end('adam', { beta1: 0, beta2: 0.9 })).toBeLessThan(-0.9)
  },
})
