/** What a picture is made of, in px from its upper left corner. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}
/** a, b, c, d, e, f of SVG and of canvas. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

interface Common {
  opacity: number
  matrix: Matrix
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
  dash: readonly number[]
  /** The edge is drawn first, and half covered by the fill. */
  isEdgeBehind: boolean
  /** What of the picture it may cover, whatever its matrix. */
  clip?: Box
}
/** What has been drawn in a box that is `source` of a canvas in its own pixels. */
export interface ImageMark extends Common {
  kind: 'image'
  canvas: HTMLCanvasElement
  source: Box
  box: Box
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

/** A rectangle as path text. */
export const boxPath = ({ x, y, width, height }: Box): string => `M${x},${y}h${width}v${height}h${-width}z`
