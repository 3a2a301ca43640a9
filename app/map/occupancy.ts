import type { Box } from './box.ts'

/** Side of a cell in px. */
const CELL = 4
/** A crowd of points in one cell hides no more than a few do. */
const MOST = 2

/** Where the paths are: how much of them a box would cover, in constant time. */
export interface Occupancy {
  count: (box: Box) => number
}

/** Sums the cells that polylines pass through into a summed-area table. */
export function makeOccupancy(
  width: number,
  height: number,
  segments: Iterable<readonly [x0: number, y0: number, x1: number, y1: number]>,
): Occupancy {
  const columns = Math.ceil(width / CELL)
  const rows = Math.ceil(height / CELL)
  const cells = new Uint8Array(columns * rows)
  for (const [x0, y0, x1, y1] of segments) {
    const parts = Math.max(1, Math.ceil(Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0)) / CELL))
    for (let part = 1; part <= parts; part++) {
      const column = Math.floor((x0 + ((x1 - x0) * part) / parts) / CELL)
      const row = Math.floor((y0 + ((y1 - y0) * part) / parts) / CELL)
      if (column < 0 || row < 0 || column >= columns || row >= rows) continue
      const cell = row * columns + column
      if (cells[cell] < MOST) cells[cell]++
    }
  }
  const stride = columns + 1
  const sums = new Int32Array(stride * (rows + 1))
  for (let row = 0; row < rows; row++) {
    let sum = 0
    for (let column = 0; column < columns; column++) {
      sum += cells[row * columns + column]
      sums[(row + 1) * stride + column + 1] = sums[row * stride + column + 1] + sum
    }
  }
  const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value))
  return {
    count({ x0, y0, x1, y1 }) {
      const left = clamp(Math.floor(x0 / CELL), columns)
      const right = clamp(Math.ceil(x1 / CELL), columns)
      const top = clamp(Math.floor(y0 / CELL), rows) * stride
      const bottom = clamp(Math.ceil(y1 / CELL), rows) * stride
      return sums[bottom + right] - sums[bottom + left] - sums[top + right] + sums[top + left]
    },
  }
}
