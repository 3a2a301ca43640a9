import { expect, test } from 'vitest'
import {
  basin,
  contrast,
  cssOf,
  distance,
  ground,
  heat,
  labOf,
  mix,
  parseColour,
  rgbOf,
  sandSea,
} from './colour.ts'

test('OKLab there and back gives the same bytes', () => {
  for (const rgb of [
    [0, 0, 0],
    [255, 255, 255],
    [138, 15, 99],
    [43, 95, 217],
  ] as const) {
    expect(rgbOf(labOf(rgb))).toEqual(rgb)
  }
})

test('the ends of the scales are the colours of the design', () => {
  expect(ground('light').at(0)).toEqual(parseColour('#fcfbf7'))
  expect(ground('light').at(1)).toEqual(parseColour('#b9cbdd'))
  expect(ground('dark').at(0)).toEqual(parseColour('#15171b'))
  expect(ground('dark').at(1)).toEqual(parseColour('#3f5267'))
})

test('more ink means more: lightness falls in the light, rises in the dark', () => {
  for (const scale of [ground, heat]) {
    for (let t = 0.1; t <= 1; t += 0.1) {
      expect(labOf(scale('light').at(t))[0]).toBeLessThan(labOf(scale('light').at(t - 0.1))[0])
      expect(labOf(scale('dark').at(t))[0]).toBeGreaterThan(labOf(scale('dark').at(t - 0.1))[0])
    }
  }
})

test('scales take anything: outside is the nearer end, NaN the first', () => {
  expect(sandSea('light').at(7)).toEqual(sandSea('light').at(1))
  expect(sandSea('light').at(-7)).toEqual(sandSea('light').at(0))
  expect(heat('dark').at(NaN)).toEqual(heat('dark').at(0))
  expect(heat('dark').bytes).toHaveLength(768)
  expect(basin('light', 5)).toEqual(basin('light', 1))
})

test('colours are read in the forms tokens come in', () => {
  expect(parseColour('rgb(1, 2, 3)')).toEqual([1, 2, 3])
  expect(parseColour('#0a0B0c')).toEqual([10, 11, 12])
  expect(cssOf([1, 2, 3])).toBe('rgb(1, 2, 3)')
})

test('contrast and mixing', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21)
  expect(mix([138, 15, 99], [0, 0, 0], 0)).toEqual([138, 15, 99])
  expect(distance([138, 15, 99], [138, 15, 99])).toBe(0)
})
