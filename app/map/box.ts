/** A rectangle in pixels: something that labels keep clear of, or the place of a label. */
export interface Box {
  x0: number
  y0: number
  x1: number
  y1: number
}

export const overlap = (a: Box, b: Box, gap = 0): boolean =>
  a.x0 < b.x1 + gap && a.x1 > b.x0 - gap && a.y0 < b.y1 && a.y1 > b.y0

export const within = ({ x0, y0, x1, y1 }: Box, x: number, y: number, margin = 0): boolean =>
  x > x0 - margin && x < x1 + margin && y > y0 - margin && y < y1 + margin
