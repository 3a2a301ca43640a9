import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fixed, measured, parseNumber, plain, powerOfTen, setting, spoken, tick } from './format.ts'

test.each([
  [229.3, '229'],
  [25.23, '25.2'],
  [4.376, '4.38'],
  [0.2091, '0.209'],
  [0.012, '0.0120'],
  [0.00794, '0.0079'],
  [-0.015, '−0.0150'],
  [9.996, '10.0'],
  [99.96, '100'],
  [0.9996, '1.00'],
  [4.94e-4, '4.9×10⁻⁴'],
  [-83000, '−8.3×10⁴'],
  [1e300, '1.0×10³⁰⁰'],
  [0, '0'],
  [-0, '0'],
  [NaN, '—'],
  [Infinity, '—'],
])('a measured %d is set %s', (value, text) => expect(plain(measured(value))).toBe(text))

test.each([
  [0.05, '0.05'],
  [0.999, '0.999'],
  [1 - 1e-6, '0.999999'],
  [150, '150'],
  [20000, '20000'],
  [1e-8, '10⁻⁸'],
  [-1e-8, '−10⁻⁸'],
  [2.5e-7, '2.5×10⁻⁷'],
  [1e9, '10⁹'],
  [0.1 + 0.2, '0.3'],
  [-0.14, '−0.14'],
])('a setting %d is set %s', (value, text) => expect(plain(setting(value))).toBe(text))

test('powers of ten', () => {
  expect([-3, -2, -1, 0, 1, 2, 3].map((e) => plain(powerOfTen(e)))).toEqual([
    '10⁻³',
    '0.01',
    '0.1',
    '1',
    '10',
    '100',
    '10³',
  ])
})

test('fixed decimals and ticks', () => {
  expect(plain(fixed(-0.001, 2))).toBe('0.00')
  expect(plain(fixed(-1.005, 1))).toBe('−1.0')
  expect(plain(tick(0.30000000000000004))).toBe('0.3')
})

test('spoken', () => {
  expect(spoken(measured(4.94e-4))).toBe('4.9 times 10 to the −4')
  expect(spoken(setting(1e-8))).toBe('10 to the −8')
  expect(spoken(measured(NaN))).toBe('no value')
})

test('never NaN or Infinity, whatever comes', () => {
  fc.assert(
    fc.property(fc.double(), (value) => {
      for (const set of [measured, setting, tick, powerOfTen]) {
        expect(plain(set(value))).not.toMatch(/NaN|Infinity|undefined|-/)
      }
    }),
  )
})

test.each([
  ['0.05', 0.05],
  ['−0,14', -0.14],
  ['1e-3', 0.001],
  ['10^-3', 0.001],
  ['2×10^−3', 0.002],
  ['4.9×10⁻⁴', 4.9e-4],
  ['10⁻⁸', 1e-8],
  ['.5', 0.5],
  ['20 000', 20000],
  ['1,000,000', 1e6],
  ['0,001', 0.001],
  ['', undefined],
  ['five', undefined],
  ['1e999', undefined],
  ['1.2.3', undefined],
  ['NaN', undefined],
])('%s typed is %s', (text, value) => expect(parseNumber(text)).toBe(value))

test('what is shown of a setting can be typed back', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }), (value) => {
      const tidy = Number(value.toPrecision(7))
      expect(parseNumber(plain(setting(value)))).toBe(tidy === 0 ? 0 : tidy)
    }),
  )
})
