import { ground as scaleOf } from '../drawing/colour.ts'
import { drawNumber, type NumberText, powerOfTen, setting } from '../drawing/format.ts'
import type { Theme } from '../drawing/theme.ts'
import { type Box, overlap } from './box.ts'
import type { MainLine } from './ground.ts'
import type { Occupancy } from './occupancy.ts'

/** The number of a main line, lying along it. */
export interface ContourLabel {
  height: number
  ink: number
  x: number
  y: number
  /** In radians, never upside down. */
  angle: number
}

const SIZE = 11
/** Half a label's room along the line. */
const HALF = 15
/** A line shorter than this carries no number. */
const SHORTEST = 110
const EDGE = 16
const APART = 60

/** Whole powers of ten as such, other heights as they are. */
export function contourText(height: number): NumberText {
  const exponent = height > 0 ? Math.log10(height) : NaN
  return Number.isInteger(Number(exponent.toPrecision(9)))
    ? powerOfTen(Math.round(exponent))
    : setting(Number(height.toPrecision(3)))
}

const around = (x: number, y: number, rx: number, ry = rx): Box => ({
  x0: x - rx,
  x1: x + rx,
  y0: y - ry,
  y1: y + ry,
})

type Piece = MainLine['pieces'][number]

/** Every few pixels of a line a place where its number could lie, with how bent the line is there. */
function* places(piece: Piece): Generator<{ x: number; y: number; angle: number; bend: number }> {
  const along = new Float64Array(piece.length)
  for (let i = 1; i < piece.length; i++)
    along[i] = along[i - 1] + Math.hypot(piece[i][0] - piece[i - 1][0], piece[i][1] - piece[i - 1][1])
  const length = along[piece.length - 1]
  if (length < SHORTEST) return
  let from = 0
  let middle = 0
  let to = 0
  for (let at = HALF + 4; at < length - HALF - 4; at += 9) {
    while (along[from + 1] < at - HALF) from++
    while (along[middle] < at) middle++
    while (along[to] < at + HALF) to++
    const [x, y] = piece[middle]
    const [x0, y0] = piece[from]
    const [x1, y1] = piece[to]
    let angle = Math.atan2(y1 - y0, x1 - x0)
    if (angle > Math.PI / 2) angle -= Math.PI
    if (angle < -Math.PI / 2) angle += Math.PI
    const bend = 1 - Math.hypot(x1 - x0, y1 - y0) / Math.max(1, along[to] - along[from])
    yield { x, y, angle, bend }
  }
}

/**
 * One number a main line, where it covers no path, no other label, and lies as flat as may be. A number that was
 * there before stays where it is as long as it covers nothing.
 */
export function placeContourLabels(
  lines: readonly MainLine[],
  { width, height }: { width: number; height: number },
  occupancy: Occupancy,
  reserved: readonly Box[],
  previous: readonly ContourLabel[] = [],
): ContourLabel[] {
  const labels: ContourLabel[] = []
  const free = (x: number, y: number) => {
    const box = around(x, y, 17, 13)
    return occupancy.count(box) === 0 && !reserved.some((one) => overlap(one, box, 4))
  }
  for (const line of lines) {
    const before = previous.find((one) => one.height === line.height)
    let best: ContourLabel | undefined
    let most = -Infinity
    for (const piece of line.pieces) {
      for (const { x, y, angle, bend } of places(piece)) {
        if (x < EDGE + 12 || x > width - EDGE - 12 || y < EDGE || y > height - EDGE || bend > 0.03) continue
        const nearest = labels.reduce((least, one) => Math.min(least, Math.hypot(one.x - x, one.y - y)), 140)
        if (nearest < APART || !free(x, y)) continue
        const stays = before && Math.hypot(before.x - x, before.y - y) < 14 ? 60 : 0
        const score =
          nearest / 2 -
          Math.min(60, 1.5 * occupancy.count(around(x, y, 48))) -
          32 * Math.abs(angle) -
          600 * bend +
          stays
        if (score <= most) continue
        most = score
        best = { height: line.height, ink: line.ink, x, y, angle }
      }
    }
    if (best) labels.push(best)
  }
  return labels
}

export function drawContourLabels(
  context: CanvasRenderingContext2D,
  labels: readonly ContourLabel[],
  { shade, sans, colours }: Theme,
): void {
  const scale = scaleOf(shade)
  context.lineWidth = 4
  context.lineJoin = 'round'
  for (const { height, ink, x, y, angle } of labels) {
    context.save()
    context.translate(x, y)
    context.rotate(angle)
    context.fillStyle = colours['ink-map']
    // In the colour of the ground the halo is a gap in the line, as on a topographic map.
    context.strokeStyle = scale.css(ink)
    drawNumber(context, contourText(height), 0, 0.34 * SIZE, {
      size: SIZE,
      family: sans,
      align: 'center',
      halo: true,
    })
    context.restore()
  }
}
