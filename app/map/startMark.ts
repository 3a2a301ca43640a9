import type { Theme } from '../drawing/theme.ts'
import type { Box } from './box.ts'
import { drawPieces, sansFont } from './lettering.ts'
import type { Occupancy } from './occupancy.ts'

/** The start on screen. A start outside the frame is shown at its edge, and says so. */
export interface StartMark {
  x: number
  y: number
  side: 1 | -1
  /** How far its label is raised. */
  lift: number
  lines: readonly string[]
  /** The ring with its label. */
  box: Box
}

const EDGE = 9
/** Where the label may stand, the best first, and what the others are worse by. */
const places = [
  { side: 1, lift: 0, cost: 0 },
  { side: 1, lift: 14, cost: 3 },
  { side: -1, lift: 0, cost: 4 },
  { side: -1, lift: 14, cost: 6 },
  { side: 1, lift: -12, cost: 7 },
] as const
/** So that the label does not flip while the start is dragged. */
const INERTIA = 4

export function placeStart(
  x: number,
  y: number,
  { width, height }: { width: number; height: number },
  lines: readonly string[],
  occupancy: Occupancy,
  before?: StartMark,
): StartMark {
  const isOff = x < 0 || y < 0 || x > width || y > height
  const at = {
    x: Math.max(EDGE, Math.min(width - EDGE, x)),
    y: Math.max(EDGE, Math.min(height - EDGE, y)),
  }
  const written = isOff ? ['start is off the map'] : lines
  const room = Math.max(...written.map(({ length }) => length)) * 6.2 + 4
  const boxes = places.map(({ side, lift }) => ({
    x0: side > 0 ? at.x + 12 : at.x - 12 - room,
    x1: side > 0 ? at.x + 12 + room : at.x - 12,
    y0: at.y - lift - 9,
    y1: at.y - lift + (written.length > 1 ? 22 : 9),
  }))
  const costs = places.map(({ cost, side, lift }, i) => {
    const { x0, x1, y0, y1 } = boxes[i]
    const isOut = x0 < 2 || x1 > width - 2 || y0 < 0 || y1 > height
    const stays = before?.side === side && before.lift === lift
    return cost + occupancy.count(boxes[i]) + (isOut ? 1000 : 0) - (stays ? INERTIA : 0)
  })
  const best = costs.indexOf(Math.min(...costs))
  const { side, lift } = places[best]
  const { x0, x1, y0, y1 } = boxes[best]
  return {
    ...at,
    side,
    lift,
    lines: written,
    box: {
      x0: Math.min(x0, at.x - 10),
      x1: Math.max(x1, at.x + 10),
      y0: Math.min(y0, at.y - 10),
      y1: Math.max(y1, at.y + 10),
    },
  }
}

export function drawRing(context: CanvasRenderingContext2D, { x, y }: StartMark, { colours }: Theme): void {
  context.beginPath()
  context.arc(x, y, 8, 0, 2 * Math.PI)
  context.fillStyle = colours.halo
  context.fill()
  context.strokeStyle = colours.ink
  context.lineWidth = 1.6
  context.stroke()
  context.beginPath()
  context.moveTo(x - 3.4, y)
  context.lineTo(x + 3.4, y)
  context.moveTo(x, y - 3.4)
  context.lineTo(x, y + 3.4)
  context.lineWidth = 1.4
  context.stroke()
}

export function drawStartLabel(context: CanvasRenderingContext2D, mark: StartMark, theme: Theme): void {
  const { ink, halo } = theme.colours
  for (const [i, text] of mark.lines.entries()) {
    const piece =
      i === 0
        ? { text, font: sansFont(theme, 12.5), colour: ink }
        : { text, font: sansFont(theme, 11.5), colour: theme.colours['ink-map'] }
    const options = { side: mark.side, halo, casing: 3.2 }
    drawPieces(context, [piece], mark.x + 14 * mark.side, mark.y - mark.lift + 14 * i, options)
  }
}

/** Where a run with a start of its own begins. */
export function drawOwnStart(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  colour: string,
  halo: string,
): void {
  context.beginPath()
  context.arc(x, y, 4.5, 0, 2 * Math.PI)
  context.fillStyle = halo
  context.fill()
  context.strokeStyle = colour
  context.lineWidth = 1.6
  context.stroke()
}
