import { describe, expect, it } from 'vitest'
import { clipSegment, frameExit } from './frameExit.ts'

const exit = (points: readonly (readonly [number, number])[]) =>
  frameExit(
    points.map(([x]) => x),
    points.map(([, y]) => y),
    points.length,
    100,
    50,
  )

describe('leaving the frame', () => {
  it('is not said of a path that stays or comes back', () => {
    expect(
      exit([
        [10, 10],
        [90, 40],
      ]),
    ).toBeUndefined()
    expect(
      exit([
        [10, 10],
        [500, 40],
        [20, 20],
      ]),
    ).toBeUndefined()
  })

  it('is at the step from which on all is outside, where the path crosses the edge', () => {
    const found = exit([
      [10, 10],
      [500, 40],
      [50, 25],
      [50, 75],
      [50, -1e6],
      [50, 1e300],
    ])
    expect(found).toEqual({ step: 3, x: 50, y: 50, angle: Math.PI / 2 })
  })

  it('is at step 0 for a start outside that never comes in, at the nearest edge', () => {
    expect(
      exit([
        [-300, 20],
        [-400, 20],
      ]),
    ).toEqual({ step: 0, x: 0, y: 20, angle: Math.PI })
  })

  it('knows nothing of a path without points', () => {
    expect(exit([])).toBeUndefined()
  })
})

describe('clipping a segment', () => {
  it('keeps what is inside, cuts what is not, and drops what misses the frame', () => {
    expect(clipSegment([10, 10, 20, 20], 100, 50, 0)).toEqual([10, 10, 20, 20])
    expect(clipSegment([50, 25, 50, 1e9], 100, 50, 10)).toEqual([50, 25, 50, 60])
    expect(clipSegment([-1e9, 25, 1e9, 25], 100, 50, 0)?.map(Math.round)).toEqual([0, 25, 100, 25])
    expect(clipSegment([-10, -10, -20, 60], 100, 50, 0)).toBeUndefined()
  })
})
