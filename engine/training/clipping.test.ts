import fc from 'fast-check'
import katex from 'katex'
import { expect, test } from 'vitest'
import { complaint } from '../parameters.ts'
import { clippings } from './clipping.ts'

function clip(kind: string, gradient: readonly number[], parameters: object): number[] {
  const clipped = Float64Array.from(gradient)
  clippings[kind].apply(clipped, parameters as never)
  return [...clipped]
}
const norm = (v: readonly number[]) => Math.hypot(...v)
const gradients = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 8 })
const limits = fc.double({ min: 1e-3, max: 1e3, noNaN: true })

test('their defaults are in range and their formulas are TeX', () => {
  for (const { parameters, formula } of Object.values(clippings)) {
    expect(katex.renderToString(formula, { strict: 'error' })).toContain('<math')
    for (const parameter of Object.values(parameters))
      expect(complaint(parameter, parameter.default)).toBeUndefined()
  }
})

test('by norm: no longer than c, in the same direction; what is short already keeps every bit', () => {
  fc.assert(
    fc.property(gradients, limits, (gradient, max) => {
      const clipped = clip('norm', gradient, { max, epsilon: 0 })
      if (norm(gradient) <= max * (1 - 1e-12)) expect(clipped).toEqual(gradient)
      else {
        expect(norm(clipped)).toBeCloseTo(Math.min(max, norm(gradient)), 9)
        const share = norm(clipped) / norm(gradient)
        clipped.forEach((g, i) => expect(Math.abs(g - share * gradient[i])).toBeLessThan(1e-9))
      }
    }),
  )
})

test('by norm: PyTorch’s ε makes it a millionth shorter', () => {
  expect(clip('norm', [3, 4], { max: 1, epsilon: 1e-6 })).toEqual([3, 4].map((g) => g * (1 / (5 + 1e-6))))
})

test('by norm: a gradient whose square overflows is clipped like any other', () => {
  const [x, y] = clip('norm', [3e200, -4e200], { max: 1, epsilon: 0 })
  expect(x).toBeCloseTo(0.6, 12)
  expect(y).toBeCloseTo(-0.8, 12)
})

test('by value: each component to [−c, c], which turns the direction', () => {
  expect(clip('value', [0.2, -7, 7, 0.5, -0.5], { max: 0.5 })).toEqual([0.2, -0.5, 0.5, 0.5, -0.5])
})

test('none of them hides that a gradient is not a number', () => {
  for (const kind of Object.keys(clippings)) expect(clip(kind, [NaN, 1], { max: 1, epsilon: 0 })[0]).toBeNaN()
})
