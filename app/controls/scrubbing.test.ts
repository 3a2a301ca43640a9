import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allows, drag, ends, nudge, type Range } from './scrubbing.ts'

const rate: Range = { min: 0, max: 1000, scale: 'log' }
const memory: Range = { min: 0, max: 0.999999, scale: 'linear' }
const steps: Range = { min: 1, max: 20000, scale: 'integer' }
const angle: Range = { min: -180, max: 180, scale: 'linear' }
const place: Range = { min: -2.4, max: 2.4, scale: 'linear', step: 0.01 }

const walk = (value: number, direction: 1 | -1, range: Range, times: number) =>
  Array.from({ length: times }, () => (value = nudge(value, direction, range)))

describe('arrows', () => {
  test('walk a log scale by ten stops a decade, the same way back', () => {
    expect(walk(0.01, 1, rate, 10)).toEqual([0.012, 0.015, 0.02, 0.025, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1])
    expect(walk(0.1, -1, rate, 10)).toEqual([0.08, 0.06, 0.05, 0.04, 0.03, 0.025, 0.02, 0.015, 0.012, 0.01])
    expect(nudge(0.0137, 1, rate)).toBe(0.015)
  })
  test('go by decades with Shift, and leave zero', () => {
    expect(nudge(0.05, 1, rate, true)).toBe(0.5)
    expect(nudge(0, 1, rate)).toBe(1e-6)
    expect(nudge(0, -1, rate)).toBe(0)
    expect(nudge(1000, 1, rate)).toBe(1000)
  })
  test('walk a memory by its distance from 1', () => {
    expect(walk(0.9, 1, memory, 6)).toEqual([0.92, 0.94, 0.95, 0.96, 0.97, 0.975])
    expect(nudge(0.9, 1, memory, true)).toBe(0.99)
    expect(nudge(0.99, -1, memory, true)).toBe(0.9)
    expect(walk(0.5, -1, memory, 4)).toEqual([0.4, 0.2, 0, 0])
    expect(nudge(0.999999, 1, memory)).toBe(0.999999)
  })
  test('walk the rest evenly, to multiples of the step', () => {
    expect(nudge(0.137, 1, place)).toBe(0.14)
    expect(nudge(-0.14, -1, place)).toBe(-0.15)
    expect(nudge(0, 1, angle)).toBe(2)
    expect(nudge(150, 1, steps)).toBe(151)
    expect(nudge(150, -1, steps, true)).toBe(140)
    expect(nudge(1, -1, steps)).toBe(1)
  })
})

describe('dragging', () => {
  test('moves a log scale by ratio, to two digits', () => {
    expect(drag(0.01, 110, rate)).toBe(0.1)
    expect(drag(0.01, -110, rate)).toBe(0.001)
    expect(drag(0.01, 11, rate, true)).toBe(0.1)
    expect(drag(0.01, 3, rate)).toBe(0.011)
  })
  test('leaves the value alone until it moves, and comes back', () => {
    for (const range of [rate, memory, steps, angle, place]) expect(drag(0.1234, 0, range)).toBe(0.1234)
  })
  test('moves memories, whole numbers and places', () => {
    expect(drag(0.9, 110, memory)).toBe(0.99)
    expect(drag(150, 15, steps)).toBe(165)
    expect(drag(150, -1000, steps)).toBe(1)
    expect(drag(0, 4, place)).toBe(0.01)
  })
})

test('whatever is done, the value stays in its range and is clean', () => {
  const ranges = [rate, memory, steps, angle, place]
  fc.assert(
    fc.property(
      fc.constantFrom(...ranges),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: -2000, max: 2000 }),
      fc.boolean(),
      (range, t, dx, much) => {
        const start = range.min + t * (range.max - range.min)
        const from = range.scale === 'integer' ? Math.round(start) : start
        const results = [
          drag(from, dx, range, much),
          nudge(from, 1, range, much),
          nudge(from, -1, range, much),
        ]
        for (const value of dx === 0 ? results.slice(1) : results) {
          expect(allows(value, range)).toBe(true)
          expect(Number(value.toPrecision(10))).toBe(value)
        }
      },
    ),
  )
})

test('what may stand, and where Home and End go', () => {
  expect(allows(2.5, steps)).toBe(false)
  expect(allows(undefined, rate)).toBe(false)
  expect(ends(rate)).toEqual([undefined, undefined])
  expect(ends(angle)).toEqual([-180, 180])
})
