import { describe, expect, it } from 'vitest'
import { plain } from '../drawing/format.ts'
import { contourText, placeContourLabels } from './contourLabels.ts'
import { makeOccupancy } from './occupancy.ts'

describe('the number of a contour line', () => {
  it.each([
    [0.001, '10⁻³'],
    [0.01, '0.01'],
    [1, '1'],
    [100, '100'],
    [1000, '10³'],
    [0.64, '0.64'],
    [36, '36'],
    [0, '0'],
    [-24, '−24'],
  ])('reads %d as %s', (height, text) => {
    expect(plain(contourText(height))).toBe(text)
  })
})

describe('the place of a contour number', () => {
  const ring = Array.from({ length: 200 }, (_, i) => {
    const angle = (i / 199) * 2 * Math.PI
    return [400 + 180 * Math.cos(angle), 250 + 180 * Math.sin(angle)] as const
  })
  const line = { height: 10, ink: 0.5, pieces: [ring] }
  const size = { width: 806, height: 502 }

  it('lies along the line, never upside down, and clear of paths', () => {
    const occupancy = makeOccupancy(size.width, size.height, [[300, 430, 500, 430]])
    const [label] = placeContourLabels([line], size, occupancy, [])
    expect(Math.hypot(label.x - 400, label.y - 250)).toBeCloseTo(180, 0)
    expect(Math.abs(label.angle)).toBeLessThanOrEqual(Math.PI / 2)
    expect(label.y < 400 || label.x < 280 || label.x > 520).toBe(true)
  })

  it('stays where it is while it covers nothing', () => {
    const free = makeOccupancy(size.width, size.height, [])
    const first = placeContourLabels([line], size, free, [])
    const aside = makeOccupancy(size.width, size.height, [[0, 0, 60, 60]])
    expect(placeContourLabels([line], size, aside, [], first)).toEqual(first)
  })

  it('is left out where there is none', () => {
    const everything = [{ x0: 0, y0: 0, x1: 806, y1: 502 }]
    expect(placeContourLabels([line], size, makeOccupancy(806, 502, []), everything)).toEqual([])
  })
})
