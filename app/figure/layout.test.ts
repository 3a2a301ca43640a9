import { describe, expect, it } from 'vitest'
import { type Contents, layoutOf, naturalHeight } from './layout.ts'

const about = (panels: readonly string[]): Contents => ({
  kind: 'surface',
  parts: ['map', 'curves', 'runs'].filter((part) => part === 'curves' || panels.includes(part)),
  panels,
  runs: 4,
})
const whole = about(['map', 'loss', 'runs'])

describe('layoutOf', () => {
  it('sets the map beside curves and runs in the usual frame of a course page', () => {
    expect(layoutOf({ width: 612, height: 318 }, whole, false)).toBe('row')
    expect(layoutOf({ width: 900, height: 480 }, whole, false)).toBe('row')
  })
  it('sets all below each other where it is narrow and high, and in a column of text', () => {
    expect(layoutOf({ width: 360, height: 620 }, whole, false)).toBe('column')
    expect(layoutOf({ width: 360, height: 0 }, whole, true)).toBe('column')
    expect(layoutOf({ width: 564, height: 0 }, about(['map', 'loss']), true)).toBe('column')
  })
  it('shows one part at a time where nothing else fits', () => {
    expect(layoutOf({ width: 292, height: 160 }, whole, false)).toBe('tabs')
    expect(layoutOf({ width: 612, height: 110 }, whole, false)).toBe('tabs')
  })
  it('has no tabs for a single part', () => {
    expect(layoutOf({ width: 292, height: 120 }, { ...whole, parts: ['map'] }, false)).toBe('column')
  })
})

it('a figure that grows depends on its width alone', () => {
  for (const width of [320, 564, 1000]) {
    const layout = layoutOf({ width, height: 0 }, whole, true)
    const height = naturalHeight(layout, width, whole)
    expect(layoutOf({ width, height: height ?? 0 }, whole, true)).toBe(layout)
    expect(height).toBeGreaterThan(200)
    expect(height).toBeLessThan(720)
  }
})
