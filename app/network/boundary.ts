import type { Pen } from '../time/outline.ts'

/** A field of values, row by row from the upper left corner; `at` reads it. */
export interface Field {
  columns: number
  rows: number
  at: (i: number) => number
}

/**
 * Draws where a field is `level`, as short pieces from edge to edge of each square of four neighbours (marching
 * squares). `x` and `y` place columns and rows, whose values stand in the middle of their cells.
 */
export function traceLevel(
  pen: Pen,
  { columns, rows, at }: Field,
  level: number,
  x: (column: number) => number,
  y: (row: number) => number,
): void {
  const width = x(1) - x(0)
  const height = y(1) - y(0)
  for (let j = 0; j + 1 < rows; j++) {
    const top = y(j + 0.5)
    let b = at(j * columns) - level
    let c = at((j + 1) * columns) - level
    for (let i = 0; i + 1 < columns; i++) {
      // Clockwise from the upper left: a, b, c, d. The right side of one square is the left of the next.
      const a = b
      const d = c
      b = at(j * columns + i + 1) - level
      c = at((j + 1) * columns + i + 1) - level
      const kind = (a > 0 ? 1 : 0) | (b > 0 ? 2 : 0) | (c > 0 ? 4 : 0) | (d > 0 ? 8 : 0)
      if (kind === 0 || kind === 15) continue
      const left = x(i + 0.5)
      const sides = [
        [left + (width * a) / (a - b), top],
        [left + width, top + (height * b) / (b - c)],
        [left + (width * d) / (d - c), top + height],
        [left, top + (height * a) / (a - d)],
      ] as const
      for (const [from, to] of pieces[kind]) {
        pen.moveTo(...sides[from])
        pen.lineTo(...sides[to])
      }
    }
  }
}

/** Which sides of a square (top, right, bottom, left) are joined, by the corners that lie above the level. */
const pieces: readonly (readonly (readonly [number, number])[])[] = [
  [],
  [[3, 0]],
  [[0, 1]],
  [[3, 1]],
  [[1, 2]],
  [
    [3, 0],
    [1, 2],
  ],
  [[0, 2]],
  [[2, 3]],
  [[2, 3]],
  [[0, 2]],
  [
    [0, 1],
    [2, 3],
  ],
  [[1, 2]],
  [[3, 1]],
  [[0, 1]],
  [[3, 0]],
  [],
]

/** How far the probability of class `c` is above that of any other; (cells, classes) in `values`. */
export const margin = (values: ArrayLike<number>, classes: number, c: number) => (i: number) => {
  let best = -Infinity
  for (let other = 0; other < classes; other++)
    if (other !== c) best = Math.max(best, values[i * classes + other])
  return values[i * classes + c] - best
}
