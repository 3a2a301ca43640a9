import katex from 'katex'
import { describe, expect, test } from 'vitest'
import { complaint, defaults, type Value } from '../parameters.ts'
import { schedules } from './schedules.ts'

const rate = (id: string, t: number, options: Readonly<Record<string, Value>> = {}, base = 0.3) =>
  schedules[id].rate(base, t, { ...defaults(schedules[id].parameters), ...options } as never)

describe.each(Object.values(schedules).map((one) => [one.id, one] as const))('%s', (id, schedule) => {
  test('its defaults are in range and its formula is TeX', () => {
    for (const parameter of Object.values(schedule.parameters))
      expect(complaint(parameter, parameter.default)).toBeUndefined()
    expect(katex.renderToString(schedule.formula, { strict: 'error' })).toContain('<math')
  })

  test('at every corner of its parameters it gives a rate from 0 up', () => {
    const corners = Object.entries(schedule.parameters).reduce<Record<string, Value>[]>(
      (so, [name, parameter]) =>
        parameter.kind === 'number'
          ? so.flatMap((one) => [parameter.min, parameter.max].map((value) => ({ ...one, [name]: value })))
          : so,
      [{}],
    )
    for (const corner of corners)
      for (const t of [0, 1, 2, 199, 200, 201, 19_999])
        expect(rate(id, t, corner), JSON.stringify({ ...corner, t })).toBeGreaterThanOrEqual(0)
  })
})

test('steps: the rate falls at whole multiples of the size', () => {
  const at = (t: number) => rate('step', t, { size: 40, factor: 0.5 }, 0.8)
  expect([0, 39, 40, 79, 80].map(at)).toEqual([0.8, 0.8, 0.4, 0.4, 0.2])
})

test('exponential: each rate is the one before times the factor, for thousands of updates', () => {
  for (const t of [1, 10, 1000, 1024, 1025, 5000])
    expect(
      rate('exponential', t, { factor: 0.999 }) / rate('exponential', t - 1, { factor: 0.999 }),
    ).toBeCloseTo(0.999, 12)
})

test('cosine: η at the start, the mean half way, the least rate at the end', () => {
  const at = (t: number) => rate('cosine', t, { length: 100, least: 0.1 })
  expect(at(0)).toBe(0.3)
  expect(at(50)).toBeCloseTo(0.2, 14)
  expect(at(100)).toBeCloseTo(0.1, 14)
})

test('warm-up: from sη in even steps to η, and there it stays', () => {
  const at = (t: number) => rate('warmup', t, { start: 0.1, length: 30 }, 1)
  expect([0, 15, 30, 31, 5000].map(at)).toEqual([0.1, 0.55, 1, 1, 1])
})

test('warm-up, then cosine: the full rate at the end of the warm-up, 0 at the end', () => {
  const at = (t: number) => rate('warmupCosine', t, { warmup: 20, length: 200 })
  expect(at(0)).toBeCloseTo(0.015, 14)
  expect(at(19)).toBe(0.3)
  expect(at(20)).toBe(0.3)
  expect(at(110)).toBeCloseTo(0.15, 14)
  expect(at(200)).toBeCloseTo(0, 14)
})

test('warm-up, then cosine: with no updates left to fall in, it falls at once', () => {
  expect([49, 50, 51].map((t) => rate('warmupCosine', t, { warmup: 50, length: 50 }))).toEqual([0.3, 0, 0])
})

test('1/k: half the rate after τ updates, a third after 2τ', () => {
  expect([0, 100, 200].map((t) => rate('inverse', t, { tau: 100 }, 0.6))).toEqual([
    0.6,
    0.3,
    expect.closeTo(0.2, 14),
  ])
})
