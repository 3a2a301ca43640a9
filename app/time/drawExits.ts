import { plain, powerOfTen } from '../drawing/format.ts'
import { colourOf } from '../drawing/palette.ts'
import type { LabState } from '../lab/lab.ts'
import { topOf } from './axis.ts'
import { type Context, halo, type Look } from './look.ts'
import type { Plot, Scene } from './scene.ts'
import { toX } from './steps.ts'

/** A cross above the axis where a line has left for good, and how: the values are too large to be drawn. */
export function drawExits(
  context: Context,
  plot: Plot,
  scene: Scene,
  { step, veiled }: LabState,
  strength: number,
  { theme }: Look,
) {
  const { steps, arrangement } = scene
  const gone = plot.lines
    .filter(({ exit }) => exit && exit.step >= steps.from && exit.step <= (veiled ? step : steps.to))
    .sort((a, b) => (a.exit?.step ?? 0) - (b.exit?.step ?? 0))
  gone.forEach(({ exit, style }, n) => {
    if (!exit) return
    const x = arrangement.left + toX(steps, exit.step)
    const y = plot.top - 3
    const colour = colourOf(style, theme)
    context.globalAlpha = strength * (step >= exit.step ? 1 : 0.4)
    const r = plot.placed.panel.named ? 4 : 3
    context.beginPath()
    context.moveTo(x - r, y - r)
    context.lineTo(x + r, y + r)
    context.moveTo(x - r, y + r)
    context.lineTo(x + r, y - r)
    context.setLineDash([])
    context.strokeStyle = theme.colours.halo
    context.lineWidth = 4.5
    context.stroke()
    context.strokeStyle = colour
    context.lineWidth = 2
    context.stroke()
    // A future exit says only that it is one: its words would lie under the cursor.
    if (!plot.placed.panel.named || step < exit.step) return
    const top = topOf(plot.axis)
    const text =
      exit.how === 'over'
        ? `over ${top < 10_000 ? top : plain(powerOfTen(Math.log10(top)))} at step ${exit.step}`
        : `not finite at step ${exit.step}`
    context.font = `600 12px ${theme.sans}`
    const width = context.measureText(text).width
    const isRight = x + 9 + width < arrangement.left + arrangement.plot
    context.textAlign = isRight ? 'left' : 'right'
    halo(context, theme)
    const at = [x + (isRight ? 9 : -9), y + 10 + 14 * n] as const
    context.strokeText(text, ...at)
    context.fillStyle = colour
    context.fillText(text, ...at)
  })
  context.globalAlpha = strength
}
