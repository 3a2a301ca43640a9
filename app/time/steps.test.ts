import { describe, expect, it } from 'vitest'
import { brushed, railTicks, toStep, toX } from './steps.ts'

describe('steps and places', () => {
  const all = { from: 0, to: 150, width: 374 }
  const part = { from: 20, to: 80, width: 300 }

  it('are inverse to each other', () => {
    for (const steps of [all, part]) {
      for (let step = steps.from; step <= steps.to; step += 5)
        expect(toStep(steps, toX(steps, step))).toBe(step)
    }
  })

  it('snap to the nearest step and stay within', () => {
    expect(toStep(part, 2.4)).toBe(20)
    expect(toStep(part, 2.6)).toBe(21)
    expect(toStep(part, -50)).toBe(20)
    expect(toStep(part, 999)).toBe(80)
  })

  it('brush the steps between two places, whichever comes first', () => {
    expect(brushed(part, 50, 200)).toEqual([30, 60])
    expect(brushed(part, 200, 50)).toEqual([30, 60])
    expect(brushed(all, -40, 999)).toEqual([0, 150])
  })

  it('take a press or a twitch for no brush', () => {
    expect(brushed(all, 100, 100)).toBeUndefined()
    expect(brushed(all, 100, 104)).toBeUndefined()
  })

  it('tick whole steps only', () => {
    expect(railTicks(150, 374)).toEqual([0, 20, 40, 60, 80, 100, 120, 140])
    expect(railTicks(3, 374)).toEqual([0, 1, 2, 3])
    expect(railTicks(3000, 374).length).toBeLessThan(9)
  })
})
