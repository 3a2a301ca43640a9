import type { Extremum } from '../../engine/surface.ts'
import { plain, tick } from '../drawing/format.ts'
import type { Theme } from '../drawing/theme.ts'
import { type Box, overlap } from './box.ts'
import { drawPieces, sansFont, widthOf } from './lettering.ts'
import type { MapView } from './mapView.ts'
import type { Occupancy } from './occupancy.ts'

/** A stationary point that is visible, and the place of its label if it has one. */
export interface Mark {
  kind: Extremum['kind']
  x: number
  y: number
  text: string
  label?: { x: number; y: number; side: 1 | -1; box: Box }
}

const LINE = 17
const corners = [
  [10, 14, 1],
  [-10, 14, -1],
  [10, -13, 1],
  [-10, -13, -1],
  [12, 0, 1],
  [-12, 0, -1],
  [10, 28, 1],
  [-10, 28, -1],
  [10, -27, 1],
  [-10, -27, -1],
] as const

export const pointText = (at: readonly number[]): string =>
  `(${at.map((value) => plain(tick(Number(value.toFixed(2)) + 0))).join(', ')})`

/**
 * Global minima are named where there is room beside them: the corner that covers the fewest paths, and none if
 * that would cover another name.
 */
export function placeMarks(
  extrema: readonly Extremum[],
  view: MapView,
  theme: Theme,
  occupancy: Occupancy,
  reserved: readonly Box[],
): Mark[] {
  const marks: Mark[] = extrema
    .map(({ at, kind }) => ({ kind, x: view.x(at[0]), y: view.y(at[1]), text: `minimum ${pointText(at)}` }))
    .filter(({ x, y }) => x >= 0 && x <= view.width && y >= 0 && y <= view.height)
  const taken = [...reserved, ...marks.map(({ x, y }) => ({ x0: x - 7, x1: x + 7, y0: y - 7, y1: y + 7 }))]
  for (const [i, mark] of marks.entries()) {
    if (mark.kind !== 'global') continue
    const width = widthOf([{ text: mark.text, font: sansFont(theme, 12), colour: '' }])
    let least = 60
    for (const [rank, [dx, dy, side]] of corners.entries()) {
      const x = mark.x + dx
      const y = mark.y + dy
      const x0 = side > 0 ? x : x - width
      const box = { x0, x1: x0 + width, y0: y - LINE / 2, y1: y + LINE / 2 }
      if (box.x0 < 3 || box.x1 > view.width - 3 || box.y0 < 2 || box.y1 > view.height - 2) continue
      if (taken.some((one, j) => j !== reserved.length + i && overlap(box, one, 3))) continue
      const cost = occupancy.count(box) + rank
      if (cost >= least) continue
      least = cost
      mark.label = { x, y, side, box }
    }
    if (mark.label) taken.push(mark.label.box)
  }
  return marks
}

export function drawMarks(context: CanvasRenderingContext2D, marks: readonly Mark[], theme: Theme): void {
  const { ink } = theme.colours
  for (const { kind, x, y } of marks) {
    if (kind === 'maximum') continue
    const r = kind === 'global' ? 6 : 4
    context.beginPath()
    if (kind === 'saddle') {
      context.moveTo(x - 3, y - 3)
      context.lineTo(x + 3, y + 3)
      context.moveTo(x + 3, y - 3)
      context.lineTo(x - 3, y + 3)
    } else {
      context.moveTo(x - r, y)
      context.lineTo(x + r, y)
      context.moveTo(x, y - r)
      context.lineTo(x, y + r)
    }
    context.strokeStyle = kind === 'saddle' ? theme.colours['ink-2'] : ink
    context.lineWidth = kind === 'global' ? 1.4 : 1.2
    context.stroke()
  }
}

/** The names of minima, over the paths that could not be avoided. */
export function drawMarkLabels(
  context: CanvasRenderingContext2D,
  marks: readonly Mark[],
  theme: Theme,
): void {
  const { ink, halo } = theme.colours
  for (const { text, label } of marks) {
    if (!label) continue
    const pieces = [{ text, font: sansFont(theme, 12), colour: ink }]
    drawPieces(context, pieces, label.x, label.y, { side: label.side, halo, casing: 3 })
  }
}
