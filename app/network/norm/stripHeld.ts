import type { UnitNorm } from '../../../engine/network/index.ts'
import type { Influence } from '../../../engine/training/insides.ts'
import { fixed, plain } from '../../drawing/format.ts'
import type { Theme } from '../../drawing/theme.ts'
import type { Context } from '../row.ts'
import { uToX, zToX } from './strip.ts'
import type { Strip, StripPlace } from './stripDrawing.ts'
import { farthest, whatIf } from './whatIf.ts'

/** Shorter arrows, in px, are not drawn. */
const LEAST = 1.5

function traceArrow(context: Context, from: number, to: number, y: number) {
  if (Math.abs(to - from) < LEAST) return
  const back = Math.sign(to - from) * Math.min(3, Math.abs(to - from))
  context.moveTo(from, y)
  context.lineTo(to, y)
  context.moveTo(to - back, y - 2)
  context.lineTo(to, y)
  context.lineTo(to - back, y + 2)
}

/** While one example is held elsewhere: rings where all were, and arrows to where ∂u_j/∂z_i alone would bring them. */
export function drawHeld(
  context: Context,
  { colours, sans }: Theme,
  { influence, scales, i, held }: Strip,
  next: UnitNorm,
  place: StripPlace,
): void {
  const { z, u } = influence
  const away = (held ?? z[i]) - z[i]
  const { pull } = whatIf(influence, i, z[i])
  const ring = (x: number, y: number, r: number) => {
    context.beginPath()
    context.arc(x, y, r, 0, 2 * Math.PI)
    context.stroke()
  }
  context.lineWidth = 1
  context.strokeStyle = colours['ink-3']
  for (const value of u) ring(uToX(scales, place, value), place.u, 2.6)
  ring(zToX(scales, place, z[i]), place.z, 4)
  context.strokeStyle = colours['ink-2']
  context.beginPath()
  u.forEach((value, j) => {
    const x = (own: number) => uToX(scales, place, own)
    if (j !== i) traceArrow(context, x(value), x(value + pull[j] * away), place.u - 8)
  })
  context.stroke()
  context.font = `11.5px ${sans}`
  context.textAlign = 'right'
  context.textBaseline = 'alphabetic'
  context.fillStyle = colours.ink
  context.fillText(movedWords(influence, next, i), place.right, place.u - 16)
}

const two = (value: number) => plain(fixed(value, 2))

/** What holding example `i` elsewhere has done, in a line. */
export const movedWords = (influence: Influence, next: UnitNorm, i: number): string =>
  [
    `μ ${two(influence.mean)} → ${two(next.mean)}`,
    `σ ${two(Math.sqrt(influence.variance))} → ${two(Math.sqrt(next.variance))}`,
    `others by up to ${two(farthest(influence, next, i))}`,
  ].join(',  ')
