import { describe, expect, it } from 'vitest'
import { panels } from '../panels/index.ts'
import { arrange } from './arrangement.ts'

const shown = (count: number) =>
  panels
    .filter(({ folded }) => !folded)
    .slice(0, count)
    .map((panel) => ({ panel, form: 0, sentence: undefined }))
const room = { width: 528, height: 738, parameters: 2, runs: 5 }

describe('arrange', () => {
  it('sets loss and three pairs as in the picture', () => {
    const { panels: placed, bottom, left, plot, right } = arrange(shown(4), room)
    expect(bottom).toBe(738)
    expect(placed[0].rows.map(({ height }) => height)).toEqual([140])
    expect(placed[1].rows.map(({ height }) => height)).toEqual([73, 73])
    expect(left + plot + right).toBe(528)
  })

  it('makes room for one panel more by lowering the rows', () => {
    const all = panels.slice(0, 5).map((panel) => ({ panel, form: 0, sentence: undefined }))
    const { panels: placed, bottom } = arrange(all, room)
    expect(bottom).toBeLessThanOrEqual(738)
    expect(placed[1].rows[0].height).toBeGreaterThan(45)
  })

  it('gives a sentence the room of a line', () => {
    const [loss, pair] = shown(2)
    const { panels: placed, bottom } = arrange([loss, { ...pair, sentence: 'Nothing.' }], room)
    expect(placed[1].rows).toEqual([])
    expect(bottom - placed[1].top).toBeLessThan(60)
  })

  it('fills a figure to its last pixel, with the values beside the plots or without', () => {
    const [loss, pair] = shown(2)
    for (const height of [180, 400]) {
      const { bottom, height: all } = arrange([loss, pair], {
        ...room,
        width: 300,
        height,
        figure: { hasGutter: true },
      })
      expect(all).toBe(bottom)
      expect(height - bottom).toBeLessThanOrEqual(3)
      expect(height - bottom).toBeGreaterThanOrEqual(0)
    }
    const { left, plot } = arrange([loss], { ...room, width: 200, figure: { hasGutter: false } })
    expect(plot).toBe(200 - left - 5)
  })

  it('never lets panels overlap', () => {
    for (const width of [340, 528, 900]) {
      const { panels: placed } = arrange(shown(4), { ...room, width, runs: 8 })
      const rows = placed.flatMap(({ rows }) => rows)
      rows
        .slice(1)
        .forEach(({ top }, n) => expect(top).toBeGreaterThanOrEqual(rows[n].top + rows[n].height + 8))
    }
  })
})
