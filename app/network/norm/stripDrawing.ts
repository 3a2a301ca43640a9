import type { Influence } from '../../../engine/training/insides.ts'
import { drawNumber, fixed, plain, tick } from '../../drawing/format.ts'
import type { Theme } from '../../drawing/theme.ts'
import type { Context } from '../row.ts'
import { drawLetter } from './common.ts'
import { axisTicks, type Place, type Scales, uToX, zToX } from './strip.ts'
import { farthest, whatIf } from './whatIf.ts'

export interface StripPlace extends Place {
  /** Px from the top of the cell: the axis of u, and that of z below it. */
  u: number
  z: number
}

function drawAxis(
  context: Context,
  { colours, sans }: Theme,
  { left, right }: Place,
  y: number,
  values: readonly { value: number; x: number }[],
) {
  context.fillStyle = colours.rule
  context.fillRect(left, Math.round(y), right - left, 1)
  for (const { value, x } of values) {
    context.fillStyle = colours.rule
    context.fillRect(Math.round(x), y - 3, 1, 7)
    context.fillStyle = colours['ink-2']
    context.textBaseline = 'middle'
    drawNumber(context, tick(value), x, y + 18, { size: 11, family: sans, align: 'center', halo: true })
  }
}

function dot(context: Context, x: number, y: number, r: number) {
  context.beginPath()
  context.arc(x, y, r, 0, 2 * Math.PI)
  context.fill()
}

/** An arrow along an axis, from where an example is to where its slope says it goes. */
function drawShift(context: Context, from: number, to: number, y: number) {
  if (Math.abs(to - from) < 1.5) return
  const back = Math.sign(to - from) * Math.min(3, Math.abs(to - from))
  context.beginPath()
  context.moveTo(from, y)
  context.lineTo(to, y)
  context.moveTo(to - back, y - 2)
  context.lineTo(to, y)
  context.lineTo(to - back, y + 2)
  context.stroke()
}

/**
 * The batch's z as dots, and their u above. While one is held elsewhere, rings stay where all were, and arrows show
 * where ∂u_j/∂z_i alone would bring them.
 */
export function drawStrip(
  context: Context,
  theme: Theme,
  {
    influence,
    scales,
    i,
    held,
    colour,
  }: {
    influence: Influence
    scales: Scales
    i: number
    held: number | undefined
    colour: string
  },
  place: StripPlace,
): void {
  const { colours, sans } = theme
  const { z, u, pull } =
    held === undefined
      ? { ...influence, pull: undefined }
      : { z: influence.z.with(i, held), ...whatIf(influence, i, held) }
  const moments = held === undefined ? influence : whatIf(influence, i, held)
  const xz = (value: number) => zToX(scales, place, value)
  const xu = (value: number) => uToX(scales, place, value)
  const us = axisTicks(-scales.u, scales.u).filter((value) => Math.abs(value) < scales.u)
  context.strokeStyle = colours.halo
  context.lineWidth = 3
  drawAxis(
    context,
    theme,
    place,
    place.z,
    axisTicks(...scales.z).map((value) => ({ value, x: xz(value) })),
  )
  context.fillStyle = colours.rule
  context.fillRect(place.left, Math.round(place.u), place.right - place.left, 1)
  for (const value of us) context.fillRect(Math.round(xu(value)), place.u - 3, 1, 7)
  context.fillStyle = colours.ink
  drawLetter(context, theme, ['u'], place.left - 10, place.u, 14)
  drawLetter(context, theme, ['z'], place.left - 10, place.z, 14)

  context.lineWidth = 1
  context.strokeStyle = colours.rule
  context.beginPath()
  for (let j = 0; j < z.length; j++) {
    context.moveTo(xz(z[j]), place.z - 4)
    context.lineTo(xu(u[j]), place.u + 4)
  }
  context.stroke()
  context.strokeStyle = colours.ink
  context.beginPath()
  context.moveTo(xz(z[i]), place.z - 4)
  context.lineTo(xu(u[i]), place.u + 4)
  context.stroke()

  if (pull) {
    context.strokeStyle = colours['ink-3']
    for (let j = 0; j < z.length; j++) {
      context.beginPath()
      context.arc(xu(influence.u[j]), place.u, 2.6, 0, 2 * Math.PI)
      context.stroke()
    }
    context.beginPath()
    context.arc(xz(influence.z[i]), place.z, 4, 0, 2 * Math.PI)
    context.stroke()
    context.strokeStyle = colours['ink-2']
    const away = (held ?? 0) - influence.z[i]
    const slopes = slopesAt(influence, i)
    for (let j = 0; j < z.length; j++)
      if (j !== i) drawShift(context, xu(influence.u[j]), xu(influence.u[j] + slopes[j] * away), place.u - 8)
  }

  // μ_B and σ_B on the axis of z.
  const deviation = Math.sqrt(moments.variance)
  context.fillStyle = colours.ink
  context.fillRect(xz(moments.mean) - 1, place.z - 8, 2, 17)
  context.fillRect(
    xz(moments.mean - deviation),
    place.z + 7,
    xz(moments.mean + deviation) - xz(moments.mean - deviation),
    1.2,
  )
  context.globalAlpha = 0.75
  context.fillStyle = colours['ink-3']
  for (let j = 0; j < z.length; j++) if (j !== i) dot(context, xz(z[j]), place.z, 2.8)
  context.fillStyle = colour
  for (let j = 0; j < u.length; j++) if (j !== i) dot(context, xu(u[j]), place.u, 2.8)
  context.globalAlpha = 1
  for (const [x, y] of [
    [xz(z[i]), place.z],
    [xu(u[i]), place.u],
  ]) {
    context.fillStyle = colours.ink
    dot(context, x, y, 5)
    context.fillStyle = colours.halo
    dot(context, x, y, 1.6)
  }

  if (held === undefined) return
  context.font = `11.5px ${sans}`
  context.textAlign = 'right'
  context.textBaseline = 'alphabetic'
  context.fillStyle = colours.ink
  context.fillText(movedWords(influence, i, held), place.right, place.u - 16)
}

/** ∂u_j/∂z_i where the batch is. */
const slopesAt = (influence: Influence, i: number) => whatIf(influence, i, influence.z[i]).pull

const two = (value: number) => plain(fixed(value, 2))

/** What a drag has done, in a line. */
export function movedWords(influence: Influence, i: number, held: number): string {
  const { mean, variance } = influence
  const next = whatIf(influence, i, held)
  return [
    `μ ${two(mean)} → ${two(next.mean)}`,
    `σ ${two(Math.sqrt(variance))} → ${two(Math.sqrt(next.variance))}`,
    `others by up to ${two(farthest(influence, next, i))}`,
  ].join(',  ')
}
