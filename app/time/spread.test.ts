import { describe, expect, it } from 'vitest'
import { spread } from './spread.ts'

describe('spread', () => {
  it('leaves labels alone that have room', () => {
    expect(spread([10, 50, 30], 12, 0, 100)).toEqual([10, 50, 30])
  })

  it('centres a cluster on where its labels would be', () => {
    expect(spread([50, 50, 50], 10, 0, 100)).toEqual([40, 50, 60])
  })

  it('keeps clusters within the bounds', () => {
    expect(spread([1, 2, 3], 10, 0, 100)).toEqual([0, 10, 20])
    expect(spread([99, 98, 97], 10, 0, 100)).toEqual([100, 90, 80])
  })

  it('joins clusters that push into each other', () => {
    const places = spread([10, 12, 24, 26], 10, 0, 100).sort((a, b) => a - b)
    for (let i = 1; i < places.length; i++)
      expect(places[i] - places[i - 1]).toBeGreaterThanOrEqual(10 - 1e-9)
    expect(places.reduce((a, b) => a + b) / 4).toBeCloseTo(18)
  })

  it('gives nothing for nothing', () => {
    expect(spread([], 10, 0, 100)).toEqual([])
  })
})
