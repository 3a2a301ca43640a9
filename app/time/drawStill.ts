import { drawNumber, powerOfTen, tick } from '../drawing/format.ts'
import { hidesScales, type LabState } from '../lab/lab.ts'
import { place } from './axis.ts'
import { type Context, dim, type Look } from './look.ts'
import type { Scene } from './scene.ts'

/** What stays while the cursor moves: grids, ticks, reference lines. */
export function drawStill(
  context: Context,
  { plots, arrangement }: Scene,
  state: LabState,
  { theme }: Look,
): void {
  const { colours, sans } = theme
  context.textBaseline = 'middle'
  for (const plot of plots) {
    const { axis, ticks, top, height, placed } = plot
    context.globalAlpha = dim(plot, state)
    for (const value of hidesScales(state) ? [] : ticks) {
      const at = axis.kind === 'log' ? 10 ** value : value
      const y = top + place(axis, height, at)
      context.fillStyle = colours['rule-2']
      context.fillRect(arrangement.left, Math.round(y) - 0.5, arrangement.plot, 1)
      context.fillStyle = colours['ink-2']
      const text = axis.kind === 'log' && Number.isInteger(value) ? powerOfTen(value) : tick(at)
      const inside = Math.max(top + 3, Math.min(top + height - 3, y))
      drawNumber(context, text, arrangement.left - 6, inside + 0.5, {
        size: 11,
        family: sans,
        align: 'right',
      })
    }
    for (const { value } of placed.panel.lines ?? []) {
      context.fillStyle = colours['ink-3']
      context.fillRect(
        arrangement.left,
        Math.round(top + place(axis, height, value)) - 0.5,
        arrangement.plot,
        1,
      )
    }
  }
  context.globalAlpha = 1
}
