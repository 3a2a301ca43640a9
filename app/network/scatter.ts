import { extent } from 'd3-array'
import type { Scored } from './confusion.ts'
import type { Cell, Context } from './row.ts'
import type { Scene } from './scene.ts'

/** Predicted values over true ones; a prediction beyond the edge is a hollow mark on it. */
export function drawScatter(
  context: Context,
  { examples, predicted }: Scored,
  { theme }: Scene,
  { width, height }: Cell,
): void {
  const { colours } = theme
  const side = Math.min(width, height)
  const left = (width - side) / 2
  const [least = -1, most = 1] = extent(examples.d)
  const margin = 0.12 * (most - least || 1)
  const share = (value: number) => (value - least + margin) / (most - least + 2 * margin)
  context.strokeStyle = colours.rule
  context.lineWidth = 1
  context.strokeRect(left + 0.5, 0.5, side - 1, side - 1)
  context.beginPath()
  context.moveTo(left, side)
  context.lineTo(left + side, 0)
  context.strokeStyle = colours['ink-3']
  context.stroke()
  context.fillStyle = colours.ink
  context.strokeStyle = colours.ink
  context.globalAlpha = 0.7
  for (let i = 0; i < examples.count; i++) {
    const place = share(predicted[i])
    const isInside = place >= 0 && place <= 1
    context.beginPath()
    const y = side * (1 - Math.max(0, Math.min(1, place)))
    context.arc(left + side * share(examples.d[i]), y, 2.1, 0, 2 * Math.PI)
    if (isInside) context.fill()
    else context.stroke()
  }
  context.globalAlpha = 1
}
