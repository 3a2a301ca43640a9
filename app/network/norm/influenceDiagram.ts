import type { Influence } from '../../../engine/training/insides.ts'
import { drawNumber, measured } from '../../drawing/format.ts'
import type { Theme } from '../../drawing/theme.ts'
import type { Context } from '../row.ts'
import { drawLetter } from './common.ts'
import { largestTerm, termsOf } from './terms.ts'

type Point = readonly [x: number, y: number]

/** Px of a node's radius, and of the widest arrow. */
const R = 13
const WIDEST = 7
/** Px of the diagram at most: wider, its ways would lie too close together. */
const WIDTH = 330

/** Where the nodes are in a cell of this width. */
const nodesOf = (width: number) => ({
  z: [16, 94] as Point,
  mean: [0.2 * width, 48] as Point,
  variance: [0.42 * width, 22] as Point,
  u: [0.56 * width, 94] as Point,
  zHat: [0.78 * width, 94] as Point,
  divergence: [width - 18, 94] as Point,
})

/** From the rim of one node to the rim of another. */
function between([x1, y1]: Point, [x2, y2]: Point): [Point, Point] {
  const length = Math.hypot(x2 - x1, y2 - y1)
  const [dx, dy] = [(x2 - x1) / length, (y2 - y1) / length]
  return [
    [x1 + R * dx, y1 + R * dy],
    [x2 - R * dx, y2 - R * dy],
  ]
}

function drawLine(context: Context, from: Point, to: Point) {
  const [start, end] = between(from, to)
  context.beginPath()
  context.moveTo(...start)
  context.lineTo(...end)
  context.stroke()
}

/** An arrow from rim to rim, as wide as it counts. */
function drawArrow(context: Context, from: Point, to: Point, colour: string, width: number) {
  const [start, end] = between(from, to)
  const angle = Math.atan2(end[1] - start[1], end[0] - start[0])
  const [length, half] = [5 + 0.7 * width, 2.6 + 0.55 * width]
  context.save()
  context.translate(...end)
  context.rotate(angle)
  context.strokeStyle = colour
  context.fillStyle = colour
  context.lineWidth = width
  context.beginPath()
  context.moveTo(-Math.hypot(end[0] - start[0], end[1] - start[1]), 0)
  context.lineTo(-length, 0)
  context.stroke()
  context.beginPath()
  context.moveTo(0, 0)
  context.lineTo(-length, half)
  context.lineTo(-length, -half)
  context.fill()
  context.restore()
}

function drawNode(context: Context, { colours }: Theme, [x, y]: Point) {
  context.beginPath()
  context.arc(x, y, R, 0, 2 * Math.PI)
  context.fillStyle = colours.paper
  context.fill()
  context.strokeStyle = colours.ink
  context.lineWidth = 1.3
  context.stroke()
}

/** Sand is negative, sea positive, as of weights. */
export const signColour = ({ colours }: Theme, value: number): string =>
  value < 0 ? colours['neg-line'] : colours['pos-line']

/** The whole batch, of which the others are shown as dots, feeds μ_B and σ²_B. */
function drawOthers(context: Context, theme: Theme, count: number, targets: readonly Point[]) {
  const { colours, sans } = theme
  const dots = [22, 32, 42].map((y): Point => [8, y])
  context.strokeStyle = colours.rule
  context.lineWidth = 1
  for (const [x, y] of dots)
    for (const target of targets) {
      const [, end] = between([x, y], target)
      context.beginPath()
      context.moveTo(x, y)
      context.lineTo(...end)
      context.stroke()
    }
  context.fillStyle = colours['ink-3']
  for (const [x, y] of dots) {
    context.beginPath()
    context.arc(x, y, 2.6, 0, 2 * Math.PI)
    context.fill()
  }
  context.font = `11px ${sans}`
  context.textAlign = 'left'
  context.textBaseline = 'middle'
  context.fillStyle = colours['ink-2']
  context.fillText(`${count} others`, 0, 6)
}

/**
 * The lecture's influence diagram of one example: thin lines the way forward, and on them, coloured by sign and as wide
 * as they count, the three ways in which the divergence answers to z_i.
 */
export function drawInfluenceDiagram(
  context: Context,
  theme: Theme,
  influence: Influence,
  i: number,
  width: number,
): void {
  const nodes = nodesOf(Math.min(width, WIDTH))
  const { colours, serif, sans } = theme
  const { terms } = termsOf(influence, i)
  const most = largestTerm(influence)
  drawOthers(context, theme, influence.z.length - 1, [nodes.mean, nodes.variance])
  context.strokeStyle = colours['ink-3']
  context.lineWidth = 1
  const forward: readonly [Point, Point][] = [
    [nodes.mean, nodes.variance],
    [nodes.mean, nodes.u],
    [nodes.variance, nodes.u],
    [nodes.u, nodes.zHat],
    [nodes.zHat, nodes.divergence],
  ]
  for (const [from, to] of forward) drawLine(context, from, to)
  for (const { id, value, isStopped } of terms) {
    context.setLineDash(isStopped ? [2, 3] : [])
    const colour = isStopped ? colours['ink-3'] : signColour(theme, value)
    const weight = isStopped || most === 0 ? 1 : 0.8 + (WIDEST * Math.abs(value)) / most
    drawArrow(context, nodes[id], nodes.z, colour, weight)
  }
  context.setLineDash([])
  for (const point of Object.values(nodes)) drawNode(context, theme, point)
  context.fillStyle = colours.ink
  drawLetter(context, theme, ['z', 'i'], ...nodes.z, 15)
  drawLetter(context, theme, ['μ', 'B'], ...nodes.mean, 14)
  drawLetter(context, theme, ['σ', 'B', '2'], ...nodes.variance, 14)
  drawLetter(context, theme, ['u', 'i'], ...nodes.u, 15)
  drawLetter(context, theme, ['ẑ', 'i'], ...nodes.zHat, 15)
  context.textAlign = 'center'
  context.font = `11.5px ${serif}`
  context.fillText('Div', nodes.divergence[0], nodes.divergence[1])
  context.fillStyle = colours['ink-2']
  const set = (value: number, [x, y]: Point, align: 'center' | 'left' = 'center') =>
    drawNumber(context, measured(value), x, y, { size: 11, family: sans, align, halo: true })
  context.strokeStyle = colours.halo
  context.lineWidth = 3
  const { z, u, zHat, mean, variance } = influence
  set(z[i], [nodes.z[0] + 2, 115])
  set(u[i], [nodes.u[0], 115])
  set(zHat[i], [nodes.zHat[0], 115])
  set(mean, [nodes.mean[0], nodes.mean[1] - 20])
  set(variance, [nodes.variance[0] + R + 4, nodes.variance[1]], 'left')
}
