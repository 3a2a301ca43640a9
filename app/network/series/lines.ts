import { drawNumber } from '../../drawing/format.ts'
import { drawMarker } from '../../drawing/markers.ts'
import { place } from '../../time/axis.ts'
import { FUTURE } from '../../time/look.ts'
import { spread } from '../../time/spread.ts'
import { stepsShown, toX } from '../../time/steps.ts'
import type { Curves, Placed } from './scale.ts'
import { lastAt } from '../evaluations.ts'
import { flagsOf } from '../flags.ts'
import { hidesScales } from '../../lab/lab.ts'
import type { Cell, Context } from '../row.ts'
import type { Scene } from '../scene.ts'
import { crossesFlag, type Place } from './flagPlaces.ts'
import { runAt } from '../tricks.ts'

/** A run's own lines, the first of them last. */
export function strokeOwn(context: Context, { view, lines }: Curves, strength: number) {
  context.strokeStyle = view.colour
  context.lineJoin = 'round'
  context.globalAlpha = strength
  for (const { line, path } of lines.toReversed()) {
    context.lineWidth = line.width
    context.setLineDash(line.dash ?? [])
    context.stroke(path)
  }
  context.setLineDash([])
  context.globalAlpha = 1
}

/** A value that the lines are held against, with its words. */
function drawLimit(context: Context, own: Curves, { series, axis }: Placed, scene: Scene, cell: Cell) {
  const { colours, sans } = scene.theme
  const limit = series.limit?.(runAt(scene.experiment, own.view.run, scene.state.step))
  const y = limit && place(axis, cell.height, limit.value)
  if (!limit || y === undefined || y < 0 || y > cell.height) return
  context.strokeStyle = colours.ink
  context.lineWidth = 1
  context.setLineDash([6, 3])
  context.beginPath()
  context.moveTo(0, y)
  context.lineTo(cell.width, y)
  context.stroke()
  context.setLineDash([])
  context.font = `11px ${sans}`
  context.textAlign = 'left'
  context.textBaseline = 'alphabetic'
  context.lineWidth = 3
  context.strokeStyle = colours.halo
  context.fillStyle = colours.ink
  context.strokeText(limit.words, 2, y - 4)
  context.fillText(limit.words, 2, y - 4)
}

/** Grid, pale lines of the other runs, the flags, and the run's own lines as they will go on. */
export function drawStill(context: Context, own: Curves, placed: Placed, scene: Scene, cell: Cell) {
  const { colours } = scene.theme
  const { curves, ticks, axis } = placed
  for (const value of hidesScales(scene.state) ? [] : ticks) {
    context.fillStyle = colours['rule-2']
    context.fillRect(0, Math.round(place(axis, cell.height, value)) - 0.5, cell.width, 1)
  }
  if (!scene.state.veiled) {
    context.save()
    context.beginPath()
    context.rect(0, -6, cell.width, cell.height + 8)
    context.clip()
    context.strokeStyle = colours['ink-3']
    context.globalAlpha = 0.35
    context.lineWidth = 0.8
    for (const { view, lines } of curves) if (view.index !== own.view.index) context.stroke(lines[0].path)
    strokeOwn(context, own, FUTURE)
    context.restore()
  }
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

export function drawCursor(
  context: Context,
  own: Curves,
  placed: Placed,
  flags: readonly Place[],
  scene: Scene,
  cell: Cell,
) {
  const { axis, series } = placed
  drawLimit(context, own, placed, scene, cell)
  const { colours, sans } = scene.theme
  const { step } = scene.state
  const stopped = own.view.trace?.stopped ?? Infinity
  const x = toX(stepsShown(scene.state, cell.width), step)
  context.fillStyle = colours.ink
  context.fillRect(Math.round(x) - 0.5, -4, 1, cell.height + 10)
  // A run that has diverged has no value any more.
  const known = own.lines
    .map(({ line, data }, n) => ({ line, n, value: step < stopped ? lastAt(data, step) : NaN }))
    .filter(({ value }) => !Number.isNaN(value))
    .map((one) => ({
      ...one,
      y: Math.max(2, Math.min(cell.height - 2, place(axis, cell.height, one.value))),
    }))
  const first = known.find(({ n }) => n === 0)
  if (first) {
    const look = { colour: own.view.colour, paper: colours.halo }
    drawMarker(context, own.view.style, look, x, first.y, 3.6, 1.3)
  }
  const apart = spread(
    known.map(({ y, n }) => (n === 0 ? y - 5 : y + 8)),
    14,
    12,
    cell.height - 4,
  )
  const room = known.some(({ line }) => line.words) ? 90 : 40
  // Values and words of flags are both to be read.
  const isFree = (left: number) => !apart.some((y) => crossesFlag(flags, left, left + room, y))
  const isRight = x + room < cell.width && (isFree(x) || x < room || !isFree(x - room))
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  known.forEach(({ line, value, n }, i) => {
    context.strokeStyle = colours.halo
    context.lineWidth = 3
    context.fillStyle = own.view.colour
    const align = isRight ? 'left' : 'right'
    const options = { size: 11.5, family: sans, weight: n === 0 ? 600 : 400, halo: true, align } as const
    const text = series.shown(value)
    const named = line.words ? { ...text, base: `${line.words} ${text.base}` } : text
    drawNumber(context, named, isRight ? x + 7 : x - 7, apart[i], options)
  })
}
