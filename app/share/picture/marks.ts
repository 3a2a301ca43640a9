/** What a picture is made of, in px from its upper left corner. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}
/** a, b, c, d, e, f of SVG and of canvas. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** An outline outside of which nothing is seen, whatever the matrix of what it cuts. */
export interface Clip {
  d: string
  matrix: Matrix
}

interface Common {
  opacity: number
  matrix: Matrix
  clips?: readonly Clip[]
  /** Nothing of it is outside of this box, where that is known. */
  within?: Box
}
/** From the origin of its matrix, on its baseline, stretched to `width`. */
export interface TextMark extends Common {
  kind: 'text'
  text: string
  width: number
  font: Font
  fill: string
  /** Behind the letters. */
  halo?: { stroke: string; width: number }
}
export interface Font {
  style: string
  weight: string
  /** Px. */
  size: number
  family: string
}
export interface PathMark extends Common {
  kind: 'path'
  d: string
  fill: string
  stroke: string
  strokeWidth: number
  lineJoin?: string
  lineCap?: string
  dash: readonly number[]
  /** The edge is drawn first, and half covered by the fill. */
  isEdgeBehind: boolean
}
/** What has been drawn in a box that is `source` of a canvas in its own pixels. */
export interface ImageMark extends Common {
  kind: 'image'
  canvas: HTMLCanvasElement
  source: Box
  box: Box
  /** Whether its pixels run into each other where they are larger than those of the picture. */
  isSmooth?: boolean
}
export type Mark = TextMark | PathMark | ImageMark

/** A part of a picture: what is outside of its box is cut off. */
export interface Part {
  box: Box
  marks: readonly Mark[]
}
/** Parts, on paper. */
export interface Picture {
  width: number
  height: number
  paper: string
  title: string
  parts: readonly Part[]
  /** What the picture shows, line by line: in the caption, and for machines. */
  caption: readonly string[]
  link: string
}

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** One after the other: what `b` does, then what `a` does. */
export const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
]

/** The least level box that holds a box after it was moved by a matrix. */
export function moved([a, b, c, d, e, f]: Matrix, { x, y, width, height }: Box): Box {
  const corners = [x, x + width].flatMap((x) =>
    [y, y + height].map((y) => [a * x + c * y + e, b * x + d * y + f]),
  )
  const xs = corners.map(([left]) => left)
  const ys = corners.map(([, top]) => top)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top }
}

/** A rectangle as path text. */
export const boxPath = ({ x, y, width, height }: Box): string => `M${x},${y}h${width}v${height}h${-width}z`
