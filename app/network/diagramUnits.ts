import { sandSea } from '../drawing/colour.ts'
import { paintScale, signedPlace } from './colours.ts'
import type { Diagram, Node } from './diagramLayout.ts'
import type { Dropped } from './edges.ts'
import { paintStrip } from './image.ts'
import type { Context } from './row.ts'
import type { Scene, View } from './scene.ts'

/** The units of a layer, each a small map of its own output; those that are dropped are crossed out, or covered. */
export function drawUnits(
  context: Context,
  { insides, tricks }: View,
  scene: Scene,
  diagram: Diagram,
  layer: number,
  dropped: Dropped,
): void {
  const { shade, colours } = scene.theme
  const maps = insides?.neurons?.[layer]
  const units = tricks.hidden[layer]
  const side = maps ? Math.round(Math.sqrt(maps.length / units)) : 0
  const half = diagram.side / 2
  const nodes = diagram.layers[layer + 1]
  const kept = nodes.filter(({ unit }) => dropped(layer, unit) < 1)
  const box = ({ x, y }: Node) => [x - half, y - half, 2 * half, 2 * half] as const
  if (maps && side > 1)
    paintStrip(
      context,
      side,
      kept.map((node) => ({ at: node.unit, box: box(node) })),
      units,
      (pixels) => paintScale(pixels, sandSea(shade), maps, (value) => signedPlace(tricks.activation, value)),
    )
  else {
    context.fillStyle = colours['paper-2']
    for (const node of kept) context.fillRect(...box(node))
  }
  context.strokeStyle = colours.ink
  context.lineWidth = diagram.side > 9 ? 1.1 : 0.8
  context.beginPath()
  for (const node of kept) context.rect(...box(node))
  context.stroke()
  for (const node of nodes) {
    const share = dropped(layer, node.unit)
    if (share === 1) drawCross(context, node, half, scene)
    else if (share > 0) drawShare(context, node, half, share, scene)
  }
}

/** A unit that is dropped in a share of the batch is covered as far. */
function drawShare(context: Context, { x, y }: Node, half: number, share: number, { theme }: Scene) {
  context.fillStyle = theme.colours.paper
  context.fillRect(x - half + 0.5, y - half + 0.5, 2 * half - 1, share * (2 * half - 1))
}

/** A unit that is dropped: a dashed empty box, crossed out. */
function drawCross(context: Context, { x, y }: Node, half: number, { theme }: Scene) {
  context.save()
  context.fillStyle = theme.colours.paper
  context.fillRect(x - half, y - half, 2 * half, 2 * half)
  context.strokeStyle = theme.colours['ink-2']
  context.setLineDash([2.5, 2])
  context.strokeRect(x - half, y - half, 2 * half, 2 * half)
  context.setLineDash([])
  context.strokeStyle = theme.colours.ink
  context.lineWidth = Math.min(1.6, half / 4)
  const arm = half / 2
  context.beginPath()
  context.moveTo(x - arm, y - arm)
  context.lineTo(x + arm, y + arm)
  context.moveTo(x + arm, y - arm)
  context.lineTo(x - arm, y + arm)
  context.stroke()
  context.restore()
}
