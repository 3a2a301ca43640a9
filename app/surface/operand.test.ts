import { expect, it } from 'vitest'
import { plain } from '../drawing/format.ts'
import { constant, operand } from './operand.ts'

it.each([
  [0, '0'],
  [1, '1'],
  [-1, '−1'],
  [0.9995, '1.000'],
  [-0.7142, '−0.714'],
  [0.00714, '0.0071'],
  [-0.014999, '−0.0150'],
  [0.0005, '5.0×10⁻⁴'],
  [25.234, '25.23'],
  [163.08, '163.1'],
  [1539.4, '1539'],
  [27134, '27130'],
  [-1234567, '−1.23×10⁶'],
  [NaN, '–'],
  [Infinity, '–'],
])('sets %d as %s', (value, text) => {
  expect(plain(operand(value))).toBe(text)
})

it('sets what is the same for all coordinates as a setting', () => {
  expect(plain(constant(0.9))).toBe('0.9')
  expect(plain(constant(1 - 0.999))).toBe('0.001')
  expect(plain(constant(NaN))).toBe('–')
})
