import type { ParameterPlace } from '../../engine/network/index.ts'
import { measured, plain } from '../drawing/format.ts'
import { type Diagram, edgeOf, type Node } from './diagramLayout.ts'
import type { Pointed } from './pointed.ts'
import type { Context } from './row.ts'
import type { Scene, View } from './scene.ts'

const text = (value: number) => plain(measured(value))

/** The numbers of a weight: itself, its gradient and its last step. */
function weightText({ insides }: View, at: number): string {
  const parts = [`w ${text(insides?.w?.[at] ?? NaN)}`]
  if (insides?.g && insides.step > 0) parts.push(`g ${text(insides.g[at])}`)
  if (insides?.update && insides.step > 0) parts.push(`Δw ${text(insides.update[at])}`)
  return parts.join('   ')
}

/** The bias of a unit, and γ and β where there are any. */
function unitText({ insides }: View, places: readonly ParameterPlace[], layer: number, unit: number): string {
  const letters = { b: 'b', gamma: 'γ', beta: 'β', W: '' }
  return places
    .filter((place) => place.layer === layer && place.kind !== 'W')
    .map(({ kind, offset }) => `${letters[kind]} ${text(insides?.w?.[offset + unit] ?? NaN)}`)
    .join('   ')
}

/** Marks the weight or unit that is pointed at, in whichever column, with its numbers in this one. */
export function drawPointed(
  context: Context,
  view: View,
  { theme }: Scene,
  diagram: Diagram,
  places: readonly ParameterPlace[],
  pointed: Pointed | undefined,
): void {
  if (!pointed) return
  const { layer, unit } = pointed
  const find = (column: number, own: number): Node | undefined =>
    diagram.layers[column]?.find((node) => node.unit === own)
  const to = find(layer + 1, unit)
  if (!to) return
  context.strokeStyle = theme.colours.ink
  context.lineWidth = 2
  let words = ''
  if (pointed.kind === 'weight') {
    const from = find(layer, pointed.input)
    const place = places.find((one) => one.kind === 'W' && one.layer === layer)
    if (!from || !place) return
    const [x1, y1, x2, y2, middle] = edgeOf(diagram, from, to)
    context.beginPath()
    context.moveTo(x1, y1)
    context.bezierCurveTo(middle, y1, middle, y2, x2, y2)
    context.stroke()
    words = weightText(view, place.offset + unit * place.columns + pointed.input)
  } else {
    const half = diagram.side / 2 + 2
    context.strokeRect(to.x - half, to.y - half, 2 * half, 2 * half)
    words = unitText(view, places, layer, unit)
  }
  context.font = `12px ${theme.sans}`
  const width = context.measureText(words).width
  const bottom = Math.max(...diagram.layers.flat().map(({ y }) => y))
  const right = Math.max(...diagram.layers.flat().map(({ x }) => x))
  const x = Math.max(2, Math.min(right - width + 12, to.x - width / 2))
  const y = to.y > bottom / 2 ? to.y - diagram.side / 2 - 12 : to.y + diagram.side / 2 + 12
  context.textAlign = 'left'
  context.textBaseline = 'middle'
  context.fillStyle = theme.colours.halo
  context.globalAlpha = 0.92
  context.fillRect(x - 4, y - 9, width + 8, 18)
  context.globalAlpha = 1
  context.fillStyle = theme.colours.ink
  context.fillText(words, x, y + 0.5)
}
