import { describe, expect, it } from 'vitest'
import { chooseAxis, extentOf, place, ticksOf, topOf } from './axis.ts'

const log = (...lines: readonly (readonly number[])[]) =>
  chooseAxis(
    'log',
    lines.flatMap((values) => extentOf(values, 0, values.length - 1, 'log') ?? []),
  )

describe('extentOf', () => {
  it('skips what has no place on a log scale', () => {
    const extent = extentOf([NaN, 0, 4, -1, 2, Infinity, 8, NaN, 1, 1, 1], 0, 10, 'log')
    expect(extent).toEqual({ first: 4, least: 1, most: 8 })
    expect(extentOf([NaN, 0], 0, 1, 'log')).toBeUndefined()
  })

  it('does not follow a line that only dips', () => {
    const dipping = [9, 4, 1e-30, 4, 1e-30, 4, 0, 4]
    expect(extentOf(dipping, 0, 7, 'log')?.least).toBeCloseTo(4 / 30)
  })

  it('takes sizes on an even scale', () => {
    expect(extentOf([-3, 1], 0, 1, 'linear')).toEqual({ first: 3, least: 1, most: 3 })
  })
})

describe('chooseAxis', () => {
  it('shows all of lines that stay about where they start', () => {
    const axis = log([20, 1, 1e-2, 1e-3, 1e-3, 1e-3], [10, 30, 2])
    expect(axis.capped).toBe(false)
    expect(10 ** axis.low).toBeLessThan(1e-3)
    expect(topOf(axis)).toBeGreaterThan(30)
  })

  it('cuts a line that diverges at a power of ten three decades above the start', () => {
    const axis = log([1.3, 1e8, 1e200], [1.3, 0.1, 0.01])
    expect(axis.capped).toBe(true)
    expect(topOf(axis)).toBeCloseTo(1000)
    expect(10 ** axis.low).toBeGreaterThan(1e-3)
  })

  it('does not follow a line all the way to nothing', () => {
    const axis = log([1, 1e-300], [1, 0.5])
    expect(axis.high - axis.low).toBeLessThan(12)
  })

  it('spans a decade at least, so that a constant has a tick', () => {
    const axis = log([0.012, 0.012])
    expect(axis.high - axis.low).toBeCloseTo(1)
    expect(ticksOf(axis, 73)).toContain(-2)
  })

  it('is symmetric about zero on an even scale, and caps a runaway there too', () => {
    const steady = chooseAxis('linear', [{ first: 2, least: 0, most: 5 }])
    expect(steady.low).toBe(-steady.high)
    expect(steady.high).toBeGreaterThanOrEqual(5)
    const runaway = chooseAxis('linear', [{ first: 2, least: 0, most: 1e9 }])
    expect(runaway.high).toBeLessThan(25)
  })

  it('cuts nothing off where the first value says nothing of the others', () => {
    for (const kind of ['linear', 'log'] as const) {
      const axis = chooseAxis(kind, [{ first: 1e-6, least: 1e-6, most: 5 }], { isWhole: true })
      expect(axis.capped).toBe(false)
      expect(topOf(axis)).toBeGreaterThanOrEqual(5)
    }
  })

  it('is a given span on an even scale', () => {
    expect(chooseAxis('linear', [{ first: 0.5, least: 0.2, most: 0.7 }], { span: [0, 1] })).toMatchObject({
      low: 0,
      high: 1,
    })
  })

  it('keeps to a given span, but grows upwards with the data', () => {
    const span = [1e-2, 1e2] as const
    expect(chooseAxis('log', [], { span })).toMatchObject({ low: -2, high: 2 })
    expect(chooseAxis('log', [{ first: 50, least: 1e-9, most: 900 }], { span })).toMatchObject({ low: -2 })
    expect(topOf(chooseAxis('log', [{ first: 50, least: 1e-9, most: 900 }], { span }))).toBeCloseTo(900)
  })
})

describe('place', () => {
  const axis = { kind: 'log', low: -2, high: 2, capped: false } as const
  it('goes from the top to the bottom', () => {
    expect(place(axis, 80, 100)).toBeCloseTo(0)
    expect(place(axis, 80, 1)).toBeCloseTo(40)
    expect(place(axis, 80, 0.01)).toBeCloseTo(80)
  })
  it('keeps what is far outside near the frame, and a zero below it', () => {
    expect(place(axis, 80, 1e300)).toBeGreaterThan(-100)
    expect(place(axis, 80, 0)).toBeGreaterThan(80)
    expect(place(axis, 80, NaN)).toBeNaN()
  })
})

describe('ticksOf', () => {
  const axis = (low: number, high: number) => ({ kind: 'log', low, high, capped: false }) as const
  it('marks every decade where there is room', () => {
    expect(ticksOf(axis(-4.2, 1.7), 140)).toEqual([-4, -3, -2, -1, 0, 1])
  })
  it('marks even ones in a low plot, 1 among them', () => {
    expect(ticksOf(axis(-4.2, 2.2), 73)).toEqual([-4, -2, 0, 2])
  })
  it('marks both ends of a few decades that hold no round one', () => {
    expect(ticksOf(axis(0.8, 3.3), 20)).toEqual([1, 3])
  })
  it('marks 2 and 5 where there is but one decade, and room', () => {
    const marked = (low: number, high: number, height: number) =>
      ticksOf(axis(low, high), height).map((exponent) => Number((10 ** exponent).toPrecision(3)))
    expect(marked(-0.1, 0.9, 128)).toEqual([1, 2, 5])
    expect(marked(1.3, 2.31, 66)).toEqual([20, 50, 100, 200])
    expect(marked(1.4, 2.3, 40)).toEqual([100])
  })
  it('is even about zero on an even scale', () => {
    expect(ticksOf({ kind: 'linear', low: -21, high: 21, capped: false }, 73)).toEqual([-20, -10, 0, 10, 20])
  })
})
