import type { Run } from '../../engine/experiment/experiment.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import { read } from '../../engine/training/trace.ts'
import { drawMarker } from '../drawing/markers.ts'
import type { Theme } from '../drawing/theme.ts'
import type { Box } from './box.ts'
import { drawPieces, sansFont, symbolFont, widthOf } from './lettering.ts'
import type { Occupancy } from './occupancy.ts'
import type { Racer } from './scene.ts'

const WIDTH = 150
const HEIGHT = 164
const GAP = 10
/** Side of the plot and where it begins. */
const SIDE = 116
const TOP = 24
/** The plot reaches this many η from its middle. */
const REACH = 2.3
/** Steps before the cursor that are shown, fading. */
const TAIL = 10

/** Whether Δw/η says something about direction: not where slopes pile up at a plain rate, as in momentum. */
export function isInUnitsOfRate({ optimizer }: Pick<Run, 'optimizer'>): boolean {
  const { firstMoment, effectiveStep } = optimizers[optimizer].readings
  return !(firstMoment && effectiveStep?.symbol === '\\eta')
}

/** The corner where it covers the fewest paths and no mark. It stays where it was unless that is clearly worse. */
export function placeCompass(
  { width, height }: { width: number; height: number },
  occupancy: Occupancy,
  marks: readonly { x: number; y: number }[],
  before?: Box,
): Box {
  const right = width - GAP - WIDTH
  const bottom = height - GAP - HEIGHT
  const corners = [
    [GAP, bottom],
    [GAP, GAP],
    [right, bottom],
    [right, GAP],
  ].map(([x0, y0]) => ({ x0, y0, x1: x0 + WIDTH, y1: y0 + HEIGHT }))
  let least = Infinity
  let best = corners[0]
  for (const [i, box] of corners.entries()) {
    const covered = marks.filter(
      ({ x, y }) => x > box.x0 - 12 && x < box.x1 + 12 && y > box.y0 - 12 && y < box.y1 + 12,
    )
    const stays = before?.x0 === box.x0 && before.y0 === box.y0
    const cost = occupancy.count(box) + 150 * covered.length + 6 * i - (stays ? 40 : 0)
    if (cost >= least) continue
    least = cost
    best = box
  }
  return best
}

/** Each run's latest step as seen from where it stood, in units of its rate; on the corners it is sign(g). */
export function drawCompass(
  context: CanvasRenderingContext2D,
  { x0, y0 }: Box,
  racers: readonly Racer[],
  step: number,
  theme: Theme,
): void {
  const { colours } = theme
  const middleX = x0 + WIDTH / 2
  const middleY = y0 + TOP + SIDE / 2
  const unit = SIDE / 2 / REACH
  context.globalAlpha = 0.93
  context.fillStyle = colours.halo
  context.fillRect(x0, y0, WIDTH, HEIGHT)
  context.globalAlpha = 1
  context.strokeStyle = colours.rule
  context.lineWidth = 1
  context.strokeRect(x0 + 0.5, y0 + 0.5, WIDTH - 1, HEIGHT - 1)

  const text = (words: string) => ({ text: words, font: sansFont(theme, 12), colour: colours.ink })
  const symbol = (words: string) => ({ text: words, font: symbolFont(theme, 12.5), colour: colours.ink })
  drawPieces(context, [text('step '), symbol('Δw'), text(', in units of '), symbol('η')], x0 + 8, y0 + 11)
  const corner = 'corners: sign(g)'
  const caption = { text: corner, font: sansFont(theme, 11), colour: colours['ink-2'] }
  const captionY = y0 + TOP + SIDE + 12
  const captionX = middleX - (widthOf([caption]) + 9) / 2
  drawPieces(context, [caption], captionX + 9, captionY)

  context.globalAlpha = 0.45
  context.fillStyle = colours['w-u']
  context.fillRect(middleX - unit, middleY - unit, 2 * unit, 2 * unit)
  context.globalAlpha = 1
  context.beginPath()
  context.moveTo(middleX - SIDE / 2, middleY)
  context.lineTo(middleX + SIDE / 2, middleY)
  context.moveTo(middleX, middleY - SIDE / 2)
  context.lineTo(middleX, middleY + SIDE / 2)
  context.strokeStyle = colours.rule
  context.stroke()
  context.strokeStyle = colours['ink-3']
  context.strokeRect(middleX - unit, middleY - unit, 2 * unit, 2 * unit)
  context.beginPath()
  for (const [dx, dy] of [
    [-1, -1],
    [1, -1],
    [-1, 1],
    [1, 1],
  ]) {
    context.moveTo(middleX + dx * unit + 3, middleY + dy * unit)
    context.arc(middleX + dx * unit, middleY + dy * unit, 3, 0, 2 * Math.PI)
  }
  context.moveTo(captionX + 3, captionY)
  context.arc(captionX, captionY, 3, 0, 2 * Math.PI)
  context.strokeStyle = colours.ink
  context.lineWidth = 1.2
  context.stroke()

  for (const { trace, colour, style, shown } of racers) {
    if (!shown) continue
    const last = Math.min(step, trace.length - 1)
    for (let k = Math.max(1, last - TAIL); k <= last; k++) {
      const rate = read(trace, 'rate', k)
      const dx = read(trace, 'update', k, 0) / rate
      const dy = read(trace, 'update', k, 1) / rate
      if (!Number.isFinite(dx) || !Number.isFinite(dy)) continue
      const far = Math.max(Math.abs(dx), Math.abs(dy)) / REACH
      const px = middleX + (dx / Math.max(1, far)) * unit
      const py = middleY - (dy / Math.max(1, far)) * unit
      if (k < last) {
        if (far > 1) continue
        context.globalAlpha = 0.15 + (0.5 * (k - last + TAIL)) / TAIL
        context.fillStyle = colour
        context.beginPath()
        context.arc(px, py, 1.4, 0, 2 * Math.PI)
        context.fill()
        context.globalAlpha = 1
        continue
      }
      context.beginPath()
      context.moveTo(middleX, middleY)
      context.lineTo(px, py)
      context.strokeStyle = colour
      context.lineWidth = 1.4
      context.stroke()
      if (far <= 1) {
        drawMarker(context, style, { colour, paper: colours.halo }, px, py, 4, 1.4)
        continue
      }
      // Longer than the plot: an open arrow at its rim, in the right direction.
      context.save()
      context.translate(px, py)
      context.rotate(Math.atan2(-dy, dx))
      context.beginPath()
      context.moveTo(-6, -5)
      context.lineTo(1, 0)
      context.lineTo(-6, 5)
      context.lineWidth = 1.8
      context.lineJoin = 'miter'
      context.stroke()
      context.restore()
    }
  }
}
