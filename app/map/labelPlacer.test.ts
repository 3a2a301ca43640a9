import { describe, expect, it } from 'vitest'
import { overlap } from './box.ts'
import { type Anchor, placeLabels } from './labelPlacer.ts'
import { makeOccupancy } from './occupancy.ts'

const size = { width: 806, height: 502, line: 16 }
const empty = makeOccupancy(size.width, size.height, [])
/** Eight heads within 20 px of each other, as near a minimum. */
const crowd = (x: number, y: number): Anchor[] =>
  Array.from({ length: 8 }, (_, i) => ({
    id: `run-${i}`,
    x: x + 10 * Math.cos(i),
    y: y + 10 * Math.sin(i),
    width: 50 + 5 * i,
  }))

describe('placing names beside heads', () => {
  it.each([
    ['in the middle', 400, 250],
    ['at an edge', 795, 250],
    ['in a corner', 12, 490],
  ])('does not let eight names of a crowd cover each other or the edge %s', (_, x, y) => {
    const reserved = [{ x0: x - 60, x1: x - 20, y0: y - 20, y1: y + 10 }]
    const boxes = [...placeLabels(crowd(x, y), { ...size, occupancy: empty, reserved }).values()].map(
      ({ box }) => box,
    )
    expect(boxes).toHaveLength(8)
    for (const [i, box] of boxes.entries()) {
      expect(Math.min(box.x0, box.y0, size.width - box.x1, size.height - box.y1)).toBeGreaterThanOrEqual(0)
      for (const other of [...boxes.slice(i + 1), ...reserved]) expect(overlap(box, other)).toBe(false)
    }
  })

  it('keeps off the paths where there is a free side', () => {
    const segments = [[300, 250, 600, 250] as const, [400, 250, 700, 260] as const]
    const occupancy = makeOccupancy(size.width, size.height, segments)
    const anchor = { id: 'one', x: 400, y: 250, width: 60 }
    const box = placeLabels([anchor], { ...size, occupancy, reserved: [] }).get('one')!.box
    expect(occupancy.count(box)).toBe(0)
  })

  it('stays where it was while its head moves a little', () => {
    const surroundings = { ...size, occupancy: empty, reserved: [] }
    let before = placeLabels(crowd(400, 250), surroundings)
    const sides = () => [...before.values()].map(({ candidate }) => candidate)
    const first = sides()
    for (let step = 1; step < 30; step++)
      before = placeLabels(crowd(400 + 3 * step, 250 - step), surroundings, before)
    expect(sides()).toEqual(first)
  })

  it('shows a name that fits nowhere wholly, if the map is wide enough', () => {
    const narrow = { width: 220, height: 90, line: 16, occupancy: makeOccupancy(220, 90, []), reserved: [] }
    const box = placeLabels([{ id: 'one', x: 110, y: 45, width: 190 }], narrow).get('one')!.box
    expect(box.x0).toBeGreaterThanOrEqual(0)
    expect(box.x1).toBeLessThanOrEqual(220)
  })
})
