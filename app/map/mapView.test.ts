import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clampTo, fitView } from './mapView.ts'

const side = fc.double({ min: 0.1, max: 1000, noNaN: true })
const box = fc.record({
  x: fc.double({ min: -100, max: 100, noNaN: true }),
  y: fc.double({ min: -100, max: 100, noNaN: true }),
  dx: side,
  dy: side,
  width: fc.integer({ min: 50, max: 3000 }),
  height: fc.integer({ min: 50, max: 3000 }),
})

describe('the view of a map', () => {
  it('has equal axes, holds the whole domain and touches it on two sides', () => {
    fc.assert(
      fc.property(box, ({ x, y, dx, dy, width, height }) => {
        const view = fitView([x, x + dx, y, y + dy], width, height)
        const [left, right, bottom, top] = view.domain
        const slack = 1e-9 * (Math.abs(x) + Math.abs(y) + dx + dy)
        expect(width / (right - left) / (height / (top - bottom))).toBeCloseTo(1, 6)
        expect(left).toBeLessThanOrEqual(x + slack)
        expect(right).toBeGreaterThanOrEqual(x + dx - slack)
        expect(bottom).toBeLessThanOrEqual(y + slack)
        expect(top).toBeGreaterThanOrEqual(y + dy - slack)
        const spare = Math.min(right - left - dx, top - bottom - dy)
        expect(Math.abs(spare)).toBeLessThan(1e-6 * (dx + dy))
      }),
    )
  })

  it('finds the point under a pixel again', () => {
    fc.assert(
      fc.property(box, ({ x, y, dx, dy, width, height }) => {
        const view = fitView([x, x + dx, y, y + dy], width, height)
        const [w1, w2] = view.at(0.3 * width, 0.8 * height)
        expect(view.x(w1)).toBeCloseTo(0.3 * width, 4)
        expect(view.y(w2)).toBeCloseTo(0.8 * height, 4)
      }),
    )
  })

  it('has w₂ growing upwards', () => {
    const view = fitView([-6, 6, -4, 4], 806, 502)
    expect(view.y(1)).toBeLessThan(view.y(0))
    expect(view.x(0)).toBe(403)
    expect(view.y(0)).toBe(251)
  })

  it('clamps a point to what is visible', () => {
    expect(clampTo([-1, 1, -2, 2], [5, -7])).toEqual([1, -2])
  })
})
