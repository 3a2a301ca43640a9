import type { Influence } from '../../../engine/training/insides.ts'
import { drawNumber, tick } from '../../drawing/format.ts'
import type { Theme } from '../../drawing/theme.ts'
import type { Context } from '../row.ts'
import { drawLetter } from './common.ts'
import { axisTicks, type Place, type Scales, uToX, zToX } from './strip.ts'
import { drawHeld } from './stripHeld.ts'
import { whatIf } from './whatIf.ts'

export interface StripPlace extends Place {
  /** Px from the top of the cell: the axis of u, and that of z below it. */
  u: number
  z: number
}

/** What is drawn of one batch: example `i` is in focus, and may be held at another z. */
export interface Strip {
  influence: Influence
  scales: Scales
  i: number
  held: number | undefined
  colour: string
}

function drawAxes(context: Context, theme: Theme, scales: Scales, place: StripPlace) {
  const { colours, sans } = theme
  const { left, right } = place
  context.fillStyle = colours.rule
  for (const y of [place.u, place.z]) context.fillRect(left, Math.round(y), right - left, 1)
  for (const value of axisTicks(-scales.u, scales.u))
    context.fillRect(Math.round(uToX(scales, place, value)), place.u - 3, 1, 7)
  context.textBaseline = 'middle'
  for (const value of axisTicks(...scales.z)) {
    const x = zToX(scales, place, value)
    context.fillStyle = colours.rule
    context.fillRect(Math.round(x), place.z - 3, 1, 7)
    context.fillStyle = colours['ink-2']
    drawNumber(context, tick(value), x, place.z + 18, { size: 11, family: sans, align: 'center' })
  }
  context.fillStyle = colours.ink
  drawLetter(context, theme, ['u'], left - 10, place.u, 14)
  drawLetter(context, theme, ['z'], left - 10, place.z, 14)
}

/** The batch's z as dots with μ_B and σ_B, their u above, and the example in focus in ink. */
export function drawStrip(context: Context, theme: Theme, strip: Strip, place: StripPlace): void {
  const { influence, scales, i, held, colour } = strip
  const { colours } = theme
  const next = held === undefined ? undefined : whatIf(influence, i, held)
  const { u, mean, variance } = next ?? influence
  const z = held === undefined ? influence.z : influence.z.with(i, held)
  const dots = Array.from(z, (value, j) => [zToX(scales, place, value), uToX(scales, place, u[j])] as const)
  const [own] = dots.splice(i, 1)
  drawAxes(context, theme, scales, place)

  const link = (ink: string, pairs: readonly (readonly [number, number])[]) => {
    context.strokeStyle = ink
    context.lineWidth = 1
    context.beginPath()
    for (const [below, above] of pairs) {
      context.moveTo(below, place.z - 4)
      context.lineTo(above, place.u + 4)
    }
    context.stroke()
  }
  link(colours.rule, dots)
  link(colours.ink, [own])
  if (next) drawHeld(context, theme, strip, next, place)

  const [low, middle, high] = [-1, 0, 1].map((n) => zToX(scales, place, mean + n * Math.sqrt(variance)))
  context.fillStyle = colours.ink
  context.fillRect(middle - 1, place.z - 8, 2, 17)
  context.fillRect(low, place.z + 7, high - low, 1.2)

  const dot = (x: number, y: number, r: number, ink: string) => {
    context.beginPath()
    context.arc(x, y, r, 0, 2 * Math.PI)
    context.fillStyle = ink
    context.fill()
  }
  context.globalAlpha = 0.75
  for (const [below, above] of dots) {
    dot(below, place.z, 2.8, colours['ink-3'])
    dot(above, place.u, 2.8, colour)
  }
  context.globalAlpha = 1
  for (const [n, y] of [place.z, place.u].entries()) {
    dot(own[n], y, 5, colours.ink)
    dot(own[n], y, 1.6, colours.halo)
  }
}
