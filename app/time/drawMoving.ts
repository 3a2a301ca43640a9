import { drawMarker } from '../drawing/markers.ts'
import { colourOf } from '../drawing/palette.ts'
import type { Theme } from '../drawing/theme.ts'
import type { LabState } from '../lab/lab.ts'
import { place } from './axis.ts'
import { drawEntry } from './drawEntry.ts'
import { drawExits } from './drawExits.ts'
import { makeLineDrawer, ordered } from './drawLines.ts'
import { gutterOf } from './gutter.ts'
import { type Context, dim, halo, type Look } from './look.ts'
import { type Plot, type Scene, valueAt } from './scene.ts'
import { toX } from './steps.ts'

/** The cursor through all panels, and on to the rail: straight, or aslant where the panels show a part only. */
function drawCursor(context: Context, { arrangement, steps }: Scene, state: LabState, { colours }: Theme) {
  const { step, experiment, window } = state
  const rail = arrangement.left + toX({ from: 0, to: experiment.steps, width: arrangement.plot }, step)
  const inside = step >= steps.from && step <= steps.to
  context.globalAlpha = 0.75
  context.strokeStyle = colours.ink
  context.lineWidth = 1
  context.setLineDash([])
  context.beginPath()
  if (inside) {
    const x = arrangement.left + toX(steps, step)
    context.moveTo(x, 14)
    context.lineTo(x, window ? arrangement.bottom : arrangement.height)
    if (window) context.lineTo(rail, arrangement.height - 2)
  }
  context.stroke()
  context.globalAlpha = 1
}

function drawBrush(context: Context, { arrangement }: Scene, { brush, theme }: Look) {
  if (!brush) return
  const [a, b] = brush
  context.fillStyle = theme.colours.ink
  context.globalAlpha = 0.08
  context.fillRect(arrangement.left + Math.min(a, b), 20, Math.abs(b - a), arrangement.bottom - 20)
  context.globalAlpha = 1
}

/** Px of a reference line's name, and a little more. */
const NAME = 92

/** A reference line's name, over the data at its end; before the cursor where that would cross it. */
function drawLineNames(
  context: Context,
  { top, height, axis, placed }: Plot,
  { arrangement: { left, plot } }: Scene,
  { theme }: Look,
  cursor: number,
) {
  const end = cursor > plot - NAME && cursor <= plot ? cursor - 6 : plot - 2
  for (const { value, label } of placed.panel.lines ?? []) {
    context.font = `400 11px ${theme.sans}`
    context.textAlign = 'right'
    halo(context, theme)
    const at = [left + end, top + place(axis, height, value) - 7] as const
    context.strokeText(label, ...at)
    context.fillStyle = theme.colours['ink-2']
    context.fillText(label, ...at)
  }
}

/** Each run's marker where the cursor meets its line. */
function drawMarks(
  context: Context,
  { lines, top, height, axis, placed }: Plot,
  state: LabState,
  x: number,
  { theme }: Look,
) {
  for (const line of ordered(lines, state.focus)) {
    const value = valueAt(line, state.step)
    const y = place(axis, height, value)
    if (Number.isNaN(value) || y < -2) continue
    const paint = { colour: colourOf(line.style, theme), paper: theme.colours.halo }
    drawMarker(context, line.style, paint, x, top + Math.min(height, y), placed.panel.named ? 3.6 : 3, 1.2)
  }
}

const withoutGhosts = (plot: Plot, { ghosts }: Look): Plot =>
  ghosts ? { ...plot, lines: plot.lines.filter(({ run }) => !ghosts.includes(run.id)) } : plot

/** Draws what moves: the past inked and the future pale, the cursor, the marks on it and the values beside it. */
export function makeMovingDrawer() {
  const drawLines = makeLineDrawer()
  return (context: Context, scene: Scene, state: LabState, look: Look): void => {
    const { plots, steps, arrangement } = scene
    const { step, focus } = state
    const x = toX(steps, step)
    const isInside = step >= steps.from && step <= steps.to
    drawBrush(context, scene, look)
    drawCursor(context, scene, state, look.theme)
    drawLines(context, scene, state, look, Math.max(-2, Math.min(arrangement.plot + 2, x)))
    context.textBaseline = 'middle'
    for (const whole of plots) {
      const plot = withoutGhosts(whole, look)
      const strength = dim(plot, state)
      context.globalAlpha = strength
      if (plot.i <= 0) drawLineNames(context, plot, scene, look, x)
      drawExits(context, plot, scene, state, strength, look)
      if (isInside) drawMarks(context, plot, state, arrangement.left + x, look)
      if (!arrangement.hasGutter) continue
      const entries = gutterOf(plot, step, { isNarrow: arrangement.isNarrow, limitOf: look.limitOf })
      for (const entry of entries) drawEntry(context, plot, entry, scene, focus, look)
    }
    context.globalAlpha = 1
  }
}
