import { drawMarker } from '../drawing/markers.ts'
import type { Theme } from '../drawing/theme.ts'
import type { Racer } from './scene.ts'

const PALE = 0.34
const HOVERED = 0.6

/** The runs as they are drawn: the one in focus last, on top. */
export const inOrder = (racers: readonly Racer[], focus: string): Racer[] => [
  ...racers.filter(({ id }) => id !== focus),
  ...racers.filter(({ id }) => id === focus),
]

/**
 * Whole paths, pale: what is to come. The past is inked over it. A line of a pixel costs a third of any wider one,
 * which keeps a drag within its frame.
 */
export function drawFuture(context: CanvasRenderingContext2D, racers: readonly Racer[]): void {
  context.lineJoin = 'round'
  context.lineWidth = 1
  context.globalAlpha = PALE
  for (const { colour, path } of racers) {
    context.strokeStyle = colour
    context.stroke(path.whole)
  }
  context.globalAlpha = 1
}

/** The whole path of a run under the pointer, to be told from the others. */
export function drawHovered(context: CanvasRenderingContext2D, { colour, path }: Racer): void {
  context.lineJoin = 'round'
  context.lineWidth = 1.6
  context.globalAlpha = HOVERED
  context.strokeStyle = colour
  context.stroke(path.whole)
  context.globalAlpha = 1
}

function drawArrow(
  context: CanvasRenderingContext2D,
  { colour, path: { exit } }: Racer,
  paper: string,
): void {
  if (!exit || exit.step === 0) return
  context.save()
  context.translate(exit.x, exit.y)
  context.rotate(exit.angle)
  context.beginPath()
  context.moveTo(0, 0)
  context.lineTo(-12, -6)
  context.lineTo(-12, 6)
  context.closePath()
  context.lineJoin = 'miter'
  context.lineWidth = 2.4
  context.strokeStyle = paper
  context.stroke()
  context.fillStyle = colour
  context.fill()
  context.restore()
}

/** What has happened by `step`: line on a casing, a dot a step, a marker every tenth, an arrow where it left. */
export function drawPast(
  context: CanvasRenderingContext2D,
  racers: readonly Racer[],
  { step, focus, theme }: { step: number; focus: string; theme: Theme },
): void {
  const paper = theme.colours.halo
  for (const racer of inOrder(racers, focus)) {
    const { colour, path, style, id } = racer
    const { line, dots, marks } = path.inkedTo(step)
    context.lineJoin = 'round'
    context.globalAlpha = 0.7
    context.strokeStyle = paper
    context.lineWidth = 4.2
    context.stroke(line)
    context.globalAlpha = 1
    context.strokeStyle = colour
    context.lineWidth = id === focus ? 2 : 1.5
    context.stroke(line)
    context.fillStyle = colour
    context.fill(dots)
    for (const mark of marks) {
      if (mark >= Math.min(step, path.end) - 1) break
      drawMarker(context, style, { colour, paper }, path.xs[mark], path.ys[mark], 3.3, 1)
    }
    if (path.exit && step >= path.exit.step) drawArrow(context, racer, paper)
  }
}
