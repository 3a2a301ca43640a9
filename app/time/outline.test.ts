import { describe, expect, it } from 'vitest'
import { outline } from './outline.ts'

function drawn(values: readonly number[], perStep: number) {
  const pieces: [number, number][][] = []
  const pen = {
    moveTo: (x: number, y: number) => void pieces.push([[x, y]]),
    lineTo: (x: number, y: number) => void pieces.at(-1)?.push([x, y]),
  }
  outline(pen, values, {
    from: 0,
    to: values.length - 1,
    x: (step) => step * perStep,
    y: (value) => value,
    isGap: Number.isNaN,
  })
  return pieces.filter((piece) => piece.length > 1)
}

describe('outline', () => {
  it('breaks where there is nothing', () => {
    expect(drawn([1, 2, NaN, 4, 5], 10)).toEqual([
      [
        [0, 1],
        [10, 2],
      ],
      [
        [30, 4],
        [40, 5],
      ],
    ])
  })

  it('shows a point that stands alone', () => {
    const [piece] = drawn([NaN, 3, NaN], 10)
    expect(piece.map(([, y]) => y)).toEqual([3, 3])
    expect((piece[0][0] + piece[1][0]) / 2).toBe(10)
  })

  it('draws a straight stretch as one, and is nowhere off by more than a fraction of a pixel', () => {
    const values = Array.from({ length: 300 }, (_, k) => (k < 100 ? 2 * k : 200 + 60 * Math.sin(k / 20)))
    const [piece] = drawn(values, 1.25)
    expect(piece[0]).toEqual([0, 0])
    expect(piece.at(-1)).toEqual([299 * 1.25, values[299]])
    expect(piece.length).toBeLessThan(100)
    expect(piece.filter(([x]) => x > 0 && x < 99 * 1.25)).toEqual([])
    const height = (x: number) => {
      const n = Math.max(
        1,
        piece.findIndex(([end]) => end >= x),
      )
      const [[x0, y0], [x1, y1]] = piece.slice(n - 1)
      return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0)
    }
    for (const [k, value] of values.entries()) expect(Math.abs(height(k * 1.25) - value)).toBeLessThan(0.2001)
  })

  it('keeps the extremes of steps that share a pixel, in a bounded number of points', () => {
    const values = Array.from({ length: 4000 }, (_, k) => (k === 1234 ? 99 : k === 1238 ? -99 : Math.sin(k)))
    const [piece] = drawn(values, 0.1)
    expect(piece.length).toBeLessThanOrEqual(4 * 400)
    const heights = piece.map(([, y]) => y)
    expect(Math.max(...heights)).toBe(99)
    expect(Math.min(...heights)).toBe(-99)
  })
})
