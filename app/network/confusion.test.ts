import { describe, expect, it } from 'vitest'
import { confusionOf } from './confusion.ts'
import { layOutImages } from './diagramImages.ts'
import { hardestOf } from './hardest.ts'

describe('a confusion matrix', () => {
  it('counts each example in the row of its class and the column of what it is taken for', () => {
    const labels = Int32Array.of(0, 0, 1, 2, 2, 2)
    expect([...confusionOf({ labels, count: 6 }, [0, 1, 1, 2, 0, 0], 3)]).toEqual([1, 1, 0, 0, 1, 0, 2, 0, 1])
  })

  it('stands beside the examples of the greatest divergence', () => {
    expect(hardestOf(Float32Array.of(0.1, 3, 0.2, 9, 1), 3)).toEqual([3, 1, 4])
  })
})

describe('a network on images', () => {
  const { layers, side } = layOutImages([64, 96, 64, 10], { width: 300, height: 140 })
  it('has no line for a pixel, an even choice of each layer, and every class', () => {
    expect(layers.map(({ length }) => length)).toEqual([0, 18, 12, 10])
    expect(layers[1].map(({ unit }) => unit).slice(0, 3)).toEqual([2, 8, 13])
  })

  it('has units that stand apart, in the panel', () => {
    for (const layer of layers.slice(1, -1))
      for (const [i, a] of layer.entries()) {
        expect(a.y - side / 2).toBeGreaterThanOrEqual(-1)
        expect(a.y + side / 2).toBeLessThanOrEqual(141)
        for (const b of layer.slice(0, i))
          expect(Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y))).toBeGreaterThan(side)
      }
  })
})
