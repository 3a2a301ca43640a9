import { contours } from 'd3-contour'
import { ground as scaleOf } from '../drawing/colour.ts'
import type { Shade } from '../drawing/theme.ts'
import { edges, type Levels } from './groundLevels.ts'
import type { MapView } from './mapView.ts'

export interface Ground {
  value: (x: number, y: number) => number
  levels: Levels
  shade: Shade
  /** The colour of lines, `r, g, b`. */
  line: string
}

type Spot = readonly [x: number, y: number]

/** A main line: the pieces of it that are inside the frame, and the number it carries. */
export interface MainLine {
  height: number
  /** How much ink is under it, from 0 to 1. */
  ink: number
  pieces: readonly (readonly Spot[])[]
}

const TOP = 1e300
/** Px of a line's length. */
const BEAD = 14
const SHORT = 120

const lengthOf = (piece: MainLine['pieces'][number]): number => {
  let length = 0
  for (let i = 1; i < piece.length; i++)
    length += Math.abs(piece[i][0] - piece[i - 1][0]) + Math.abs(piece[i][1] - piece[i - 1][1])
  return length
}

/** The grid ends half a cell inside the frame: lines that end there are led on to it. Rings come back as they are. */
function toFrame(piece: readonly Spot[], cell: number): readonly Spot[] {
  const onward = ([x0, y0]: Spot, [x, y]: Spot): Spot => {
    const length = Math.hypot(x - x0, y - y0) || 1
    return [x + ((x - x0) / length) * cell, y + ((y - y0) / length) * cell]
  }
  const first = piece[0]
  const last = piece[piece.length - 1]
  if (Math.hypot(first[0] - last[0], first[1] - last[1]) < 0.01) return piece
  return [onward(piece[1], first), ...piece, onward(piece[piece.length - 2], last)]
}

/** Draws the ground in slices: the caller decides when to go on. Returns the main lines, to be numbered. */
export function* drawGround(
  context: CanvasRenderingContext2D,
  { value: valueAt, levels, shade, line }: Ground,
  view: MapView,
  cell: number,
): Generator<undefined, readonly MainLine[]> {
  const columns = Math.max(2, Math.round(view.width / cell))
  const rows = Math.max(2, Math.round(view.height / cell))
  const dx = view.width / columns
  const dy = view.height / rows
  const values = new Float64Array(columns * rows)
  let most = -Infinity
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [x, y] = view.at((column + 0.5) * dx, (row + 0.5) * dy)
      const value = valueAt(x, y)
      const level = levels.of(value < TOP ? value : TOP)
      values[row * columns + column] = level
      if (level > most) most = level
    }
    if (row % 16 === 15) yield
  }

  const scale = scaleOf(shade)
  const inkOf = (level: number) => (level - levels.low) / (levels.high - levels.low)
  context.fillStyle = scale.css(0)
  context.fillRect(0, 0, view.width, view.height)
  const contour = contours().size([columns, rows]).smooth(true)
  const thin = new Path2D()
  const thick = new Path2D()
  const main: MainLine[] = []
  for (const level of edges(levels, most)) {
    const { coordinates } = contour.contour(values as unknown as number[], level)
    const band = new Path2D()
    const pieces: (readonly Spot[])[] = []
    for (const polygon of coordinates) {
      for (const ring of polygon) {
        let piece: Spot[] = []
        for (const [i, [column, row]] of ring.entries()) {
          const x = column * dx
          const y = row * dy
          if (i === 0) band.moveTo(x, y)
          else band.lineTo(x, y)
          // Where a ring follows the frame there is no line.
          if (column > 0.01 && row > 0.01 && column < columns - 0.01 && row < rows - 0.01) {
            piece.push([x, y])
            continue
          }
          if (piece.length > 1) pieces.push(toFrame(piece, cell))
          piece = []
        }
        if (piece.length > 1) pieces.push(toFrame(piece, cell))
      }
    }
    context.fillStyle = scale.css(inkOf(level))
    context.fill(band)
    const mainHeight = levels.main(level)
    for (const piece of pieces) {
      // Rings round small bumps are not worth a main line, and beads in a valley narrower than the grid none at all.
      const length = lengthOf(piece)
      if (length < BEAD) continue
      const lines = mainHeight === undefined || length < SHORT ? thin : thick
      for (const [i, [x, y]] of piece.entries()) {
        if (i === 0) lines.moveTo(x, y)
        else lines.lineTo(x, y)
      }
    }
    if (mainHeight !== undefined) main.push({ height: mainHeight, ink: inkOf(level), pieces })
    yield
  }
  context.lineJoin = 'round'
  context.strokeStyle = `rgba(${line}, 0.11)`
  context.lineWidth = 0.7
  context.stroke(thin)
  context.strokeStyle = `rgba(${line}, 0.34)`
  context.lineWidth = 0.9
  context.stroke(thick)
  return main
}
