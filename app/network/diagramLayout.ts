import type { Size } from '../drawing/Layer.tsx'

export interface Node {
  /** −1 for the inputs; the layers' own index otherwise. */
  layer: number
  unit: number
  x: number
  y: number
}
export interface Diagram {
  /** Inputs first, then layer by layer. */
  layers: readonly (readonly Node[])[]
  /** Px of a hidden unit's square. */
  side: number
}

/** Units of a column that can be drawn; of more, an even choice. */
const MOST = 20
const INPUT_X = 12
const OUTPUT_MARGIN = 14

/** An even choice of so many units at most. */
export const chosenOf = (units: number, most = MOST): number[] => {
  const shown = Math.min(units, most)
  return Array.from({ length: shown }, (_, i) => Math.floor(((i + 0.5) * units) / shown))
}

/** Inputs on the left, outputs on the right, hidden layers evenly between them; `sizes` has the inputs first. */
export function layOutDiagram(sizes: readonly number[], { width, height }: Size): Diagram {
  const last = sizes.length - 1
  const hidden = sizes.slice(1, last)
  const most = Math.max(1, ...hidden.map((units) => Math.min(units, MOST)))
  const side = Math.max(4, Math.min(20, Math.floor(height / most) - (most > 9 ? 1.5 : 2.5)))
  const span = width - INPUT_X - OUTPUT_MARGIN
  const layers = sizes.map((units, column) => {
    const isEnd = column === 0 || column === last
    const rows = chosenOf(units)
    // Few inputs or outputs stand together in the middle, not at the ends of the column.
    const spread = isEnd ? Math.min(height, Math.max(24, height * 0.36) * rows.length) : height
    const x = INPUT_X + (last === 0 ? 0 : (column / last) * span)
    return rows.map((unit, i): Node => {
      const y = (height - spread) / 2 + (spread * (i + 0.5)) / rows.length
      return { layer: column - 1, unit, x: Math.round(x), y: Math.round(y) }
    })
  })
  return { layers, side }
}

/** Half of the room that a node takes across, where its edges begin and end. */
export const reachOf = (diagram: Diagram, layer: number): number =>
  layer < 0 ? 8 : layer === diagram.layers.length - 2 ? 9 : diagram.side / 2

/** A cubic from node to node that leaves and arrives level: x₁, y₁, x₂, y₂ and the x of both handles. */
export function edgeOf(
  diagram: Diagram,
  from: Node,
  to: Node,
): readonly [number, number, number, number, number] {
  const x1 = from.x + reachOf(diagram, from.layer)
  const x2 = to.x - reachOf(diagram, to.layer)
  return [x1, from.y, x2, to.y, (x1 + x2) / 2]
}

/**
 * The node or edge within `reach` px of a point. A node has its own square to itself, and where nodes stand apart as far
 * as there is room beside them.
 */
export function hitDiagram(
  diagram: Diagram,
  x: number,
  y: number,
  reach: number,
): { to: Node; from?: Node } | undefined {
  const own = diagram.side / 2 + 1.5
  const near = diagram.layers.slice(1).flatMap((layer) => {
    const apart = layer.length > 1 ? (layer[1].y - layer[0].y) / 2 : Infinity
    const tall = Math.max(own, Math.min(apart, reach))
    return layer.filter(
      (node) => Math.abs(x - node.x) <= Math.max(own, reach) && Math.abs(y - node.y) <= tall,
    )
  })
  const far = (node: Node) => Math.hypot(x - node.x, y - node.y)
  if (near.length > 0) return { to: near.reduce((best, node) => (far(node) < far(best) ? node : best)) }
  let nearest: { to: Node; from: Node } | undefined
  let least = reach
  diagram.layers.slice(1).forEach((layer, l) => {
    for (const from of diagram.layers[l])
      for (const to of layer) {
        const [x1, y1, x2, y2] = edgeOf(diagram, from, to)
        if (x <= x1 || x >= x2) continue
        // x runs along the cubic as 1.5t(1−t)² + 1.5t²(1−t) + t³ does, near enough to t for the search of a pointer.
        const t = alongEdge((x - x1) / (x2 - x1))
        const far = Math.abs(y1 + (y2 - y1) * (3 * t * t - 2 * t * t * t) - y)
        if (far < least) {
          least = far
          nearest = { to, from }
        }
      }
  })
  return nearest
}

/** Solves 1.5t − 1.5t² + t³ = s, the share of the way across at t, by bisection. */
function alongEdge(s: number): number {
  let low = 0
  let high = 1
  for (let i = 0; i < 16; i++) {
    const t = (low + high) / 2
    if (1.5 * t - 1.5 * t * t + t * t * t < s) low = t
    else high = t
  }
  return (low + high) / 2
}
