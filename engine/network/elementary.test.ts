import { describe, expect, test } from 'vitest'
import { functions } from '../mathematics.fixture.ts'
import * as careful from '../mathematics.ts'
import { erfcValues } from './elementary.fixture.ts'
import { exp, expMinusOne, sigmoid, tanh } from './elementary.ts'
import { takeErfc } from './errorFunction.ts'

const erfc = (x: number) => {
  const cell = Float64Array.of(x)
  takeErfc(cell)
  return cell[0]
}

const relative = (mine: number, value: number) =>
  mine === value ? 0 : Math.abs(mine - value) / Math.abs(value)

/** The largest relative difference of two functions at `count` places from `low` to `high`. */
const worst = (
  mine: (x: number) => number,
  theirs: (x: number) => number,
  [low, high]: readonly [number, number],
  count = 40000,
) => {
  let largest = 0
  for (let i = 0; i <= count; i++) {
    const x = low + ((high - low) * i) / count
    const error = relative(mine(x), theirs(x))
    if (!(error <= largest)) largest = error
  }
  return largest
}

describe('the fast functions are right to 1e-15 of their value', () => {
  test.each([
    ['exp', exp, careful.exp, [-708, 709]],
    ['exp about 0', exp, careful.exp, [-0.5, 0.5]],
    ['tanh', tanh, careful.tanh, [-25, 25]],
    ['tanh about 0', tanh, careful.tanh, [-0.04, 0.04]],
    ['sigmoid', sigmoid, (x: number) => 1 / (1 + careful.exp(-x)), [-700, 40]],
    ['sigmoid about 0', sigmoid, (x: number) => 1 / (1 + careful.exp(-x)), [-3, 3]],
    ['e^x − 1', expMinusOne, (x: number) => careful.exp(x) - 1, [-60, -5]],
  ] as const)('%s', (_name, mine, theirs, range) => {
    expect(worst(mine, theirs, range)).toBeLessThan(1e-15)
  })

  test.each(functions.exp.filter(([x]) => Math.abs(x) < 700))('exp(%d)', (x, value) => {
    expect(relative(exp(x), value)).toBeLessThan(1e-15)
  })
  test.each(functions.tanh)('tanh(%d)', (x, value) => {
    expect(relative(tanh(x), value)).toBeLessThan(1e-15)
  })
  test.each(erfcValues)('1 − erf(%d)', (x, value) => {
    expect(relative(erfc(x), value)).toBeLessThan(1e-15)
  })

  test('e^x − 1 keeps its precision near 0, where it is x + x²/2 + x³/6', () => {
    for (const x of [-1e-4, -1e-6, -1e-12, -1e-300]) {
      const value = x + (x * x) / 2 + (x * x * x) / 6 + (x * x * x * x) / 24
      expect(relative(expMinusOne(x), value)).toBeLessThan(1e-15)
    }
  })
})

describe('at the ends', () => {
  test('what overflows or vanishes stays a number, and NaN stays NaN', () => {
    expect(tanh(Infinity)).toBe(1)
    expect(tanh(-Infinity)).toBe(-1)
    expect(tanh(0)).toBe(0)
    expect(sigmoid(Infinity)).toBe(1)
    expect(sigmoid(-1e6)).toBeLessThan(1e-300)
    expect(exp(-Infinity)).toBeLessThan(1e-300)
    expect(exp(0)).toBe(1)
    expect(expMinusOne(-Infinity)).toBe(-1)
    expect(erfc(30)).toBe(0)
    expect(erfc(-30)).toBe(2)
    for (const f of [exp, tanh, sigmoid, expMinusOne, erfc]) expect(f(NaN)).toBeNaN()
  })
})
