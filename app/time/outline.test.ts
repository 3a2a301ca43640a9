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

  it('keeps the extremes of steps that share a pixel, in a bounded number of points', () => {
    const values = Array.from({ length: 4000 }, (_, k) => (k === 1234 ? 99 : k === 1238 ? -99 : Math.sin(k)))
    const [piece] = drawn(values, 0.1)
    expect(piece.length).toBeLessThanOrEqual(4 * 400)
    const heights = piece.map(([, y]) => y)
    expect(Math.max(...heights)).toBe(99)
    expect(Math.min(...heights)).toBe(-99)
  })
})
