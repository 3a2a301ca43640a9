import { drawNumber } from '../drawing/format.ts'
import { drawMarker } from '../drawing/markers.ts'
import { place } from '../time/axis.ts'
import { FUTURE } from '../time/look.ts'
import { spread } from '../time/spread.ts'
import { stepsShown, toX } from '../time/steps.ts'
import type { Curves, Divergences } from './divergenceScale.ts'
import { lastAt, shownLoss } from './evaluations.ts'
import { flagsOf } from './flags.ts'
import type { Cell, Context } from './row.ts'
import type { Scene } from './scene.ts'

/** A run's own two lines: training thin, validation thick. */
export function strokeOwn(context: Context, { view, paths }: Curves, strength: number) {
  context.strokeStyle = view.colour
  context.lineJoin = 'round'
  context.globalAlpha = strength
  context.lineWidth = 0.9
  context.stroke(paths.training)
  context.lineWidth = 2.1
  context.stroke(paths.validation)
  context.globalAlpha = 1
}

/** Grid, pale lines of the other runs, the flags, and the run's own lines as they will go on. */
export function drawStill(
  context: Context,
  own: Curves,
  { curves, ticks, axis }: Divergences,
  scene: Scene,
  cell: Cell,
) {
  const { colours } = scene.theme
  for (const value of ticks) {
    context.fillStyle = colours['rule-2']
    context.fillRect(0, Math.round(place(axis, cell.height, value)) - 0.5, cell.width, 1)
  }
  context.save()
  context.beginPath()
  context.rect(0, -6, cell.width, cell.height + 8)
  context.clip()
  context.strokeStyle = colours['ink-3']
  context.globalAlpha = 0.35
  context.lineWidth = 0.8
  for (const { view, paths } of curves) if (view.index !== own.view.index) context.stroke(paths.validation)
  strokeOwn(context, own, FUTURE)
  context.restore()
  const steps = stepsShown(scene.state, cell.width)
  context.strokeStyle = colours['ink-2']
  context.lineWidth = 1
  context.setLineDash([2, 2])
  for (const { step } of flagsOf(scene.experiment, own.view.run)) {
    const x = Math.round(toX(steps, step)) + 0.5
    context.beginPath()
    context.moveTo(x, -2)
    context.lineTo(x, cell.height)
    context.stroke()
  }
  context.setLineDash([])
}

/** What each switch does, beside its line, in as many words as fit. */
export function drawFlagWords(context: Context, own: Curves, scene: Scene, cell: Cell) {
  const { colours, sans } = scene.theme
  const steps = stepsShown(scene.state, cell.width)
  context.font = `11.5px ${sans}`
  context.textAlign = 'left'
  context.textBaseline = 'alphabetic'
  context.lineWidth = 4
  context.lineJoin = 'round'
  context.strokeStyle = colours.halo
  context.fillStyle = colours.ink
  let free = -Infinity
  let line = 0
  for (const { step, words } of flagsOf(scene.experiment, own.view.run)) {
    const width = context.measureText(words).width
    const at = toX(steps, step)
    if (at < -1 || at > cell.width + 1) continue
    const x = at + 4 + width > cell.width ? at - 4 - width : at + 4
    line = x < free ? line + 1 : 0
    // More would stand on the data; the rail has them all.
    if (line > 1) continue
    context.strokeText(words, x, 5 + 13 * line)
    context.fillText(words, x, 5 + 13 * line)
    free = x + width + 6
  }
}

export function drawCursor(context: Context, own: Curves, { axis }: Divergences, scene: Scene, cell: Cell) {
  const { colours, sans } = scene.theme
  const { step } = scene.state
  const stopped = own.view.trace?.stopped ?? Infinity
  const x = toX(stepsShown(scene.state, cell.width), step)
  context.fillStyle = colours.ink
  context.fillRect(Math.round(x) - 0.5, -4, 1, cell.height + 10)
  // A run that has diverged has no value any more.
  const values = [own.validation, own.training].map((one) => (step < stopped ? lastAt(one, step) : NaN))
  const places = values.map((value) =>
    Math.max(2, Math.min(cell.height - 2, place(axis, cell.height, value))),
  )
  if (!Number.isNaN(values[0])) {
    const look = { colour: own.view.colour, paper: colours.halo }
    drawMarker(context, own.view.style, look, x, places[0], 3.6, 1.3)
  }
  const apart = spread([places[0] - 5, places[1] + 8], 14, 12, cell.height - 4)
  const isRight = x + 40 < cell.width
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  values.forEach((value, i) => {
    if (Number.isNaN(value)) return
    context.strokeStyle = colours.halo
    context.lineWidth = 3
    context.fillStyle = own.view.colour
    const align = isRight ? 'left' : 'right'
    const options = { size: 11.5, family: sans, weight: i === 0 ? 600 : 400, halo: true, align } as const
    drawNumber(context, shownLoss(value, 2), isRight ? x + 7 : x - 7, apart[i], options)
  })
}
