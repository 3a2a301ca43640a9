import { type Diagram, edgeOf, type Node } from './diagramLayout.ts'
import type { Pointed } from './pointed.ts'
import type { Context } from './row.ts'
import type { Scene } from './scene.ts'

/** Marks the weight or unit that is pointed at or open, in whichever column; γ, β and b belong to their unit. */
export function drawPointed(context: Context, { theme }: Scene, diagram: Diagram, pointed: Pointed): void {
  const { layer, unit } = pointed
  const find = (column: number, own: number): Node | undefined =>
    diagram.layers[column]?.find((node) => node.unit === own)
  const to = find(layer + 1, unit)
  if (!to) return
  context.strokeStyle = theme.colours.ink
  context.lineWidth = 2
  if (pointed.kind === 'unit' || pointed.parameter !== 'W') {
    const half = diagram.side / 2 + 2
    context.strokeRect(to.x - half, to.y - half, 2 * half, 2 * half)
    return
  }
  const from = find(layer, pointed.input)
  if (!from) return
  const [x1, y1, x2, y2, middle] = edgeOf(diagram, from, to)
  context.beginPath()
  context.moveTo(x1, y1)
  context.bezierCurveTo(middle, y1, middle, y2, x2, y2)
  context.stroke()
}
