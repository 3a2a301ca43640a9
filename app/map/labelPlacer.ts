import { type Box, overlap } from './box.ts'
import type { Occupancy } from './occupancy.ts'

/** A head that wants its name beside it. */
export interface Anchor {
  id: string
  x: number
  y: number
  /** Of the text. */
  width: number
}

export interface Placement {
  /** Where the text begins (side 1) or ends (side −1), and its middle line. */
  x: number
  y: number
  side: 1 | -1
  box: Box
  /** Which of the candidates it is, to be kept in the next frame. */
  candidate: number
}

/** What labels have to share the map with. */
export interface Surroundings {
  width: number
  height: number
  /** Of a line of text. */
  line: number
  occupancy: Occupancy
  reserved: readonly Box[]
}

// The last two are for a crowd in a corner.
const RADII = [15, 22, 34, 50, 70, 95, 125]
const ANGLES = [0, 25, -25, 50, -50, 75, -75, 100, -100, 130, -130, 155, -155, 180]
const candidates = RADII.flatMap((radius) =>
  ANGLES.map((degrees) => {
    const angle = (degrees * Math.PI) / 180
    const dx = radius * Math.cos(angle)
    return {
      dx,
      dy: radius * Math.sin(angle),
      side: (Math.cos(angle) >= -0.05 ? 1 : -1) as 1 | -1,
      cost: 0.9 * radius + 3 * Math.abs(angle),
    }
  }),
)

/** Costs in the order of their weight: of a covered cell of a path, another head, another label, the edge. */
const PATH = 4
const HEAD = 120
const LABEL = 400
const EDGE = 4000
/** A label moves only to a place that is better by this much, so that nothing jumps while playing. */
const INERTIA = 45
const MARGIN = 4

/**
 * Puts the names beside the heads: near, clear of paths, of other heads and names. Goes through the anchors in
 * order, so pass the most important first, and in the same order every time.
 */
export function placeLabels(
  anchors: readonly Anchor[],
  { width, height, line, occupancy, reserved }: Surroundings,
  previous?: ReadonlyMap<string, Placement>,
): Map<string, Placement> {
  const placed = new Map<string, Placement>()
  const taken = [...reserved]

  const boxAt = (anchor: Anchor, candidate: number): Box => {
    const { dx, dy, side } = candidates[candidate]
    const x0 = side > 0 ? anchor.x + dx : anchor.x + dx - anchor.width
    const y0 = anchor.y + dy - line / 2
    return { x0, y0, x1: x0 + anchor.width, y1: y0 + line }
  }

  function costOf(anchor: Anchor, box: Box, limit: number, base: number): number {
    let cost = base
    if (box.x0 < MARGIN || box.x1 > width - MARGIN || box.y0 < MARGIN || box.y1 > height - MARGIN)
      cost += EDGE
    for (const one of taken) if (overlap(box, one, 4)) cost += LABEL
    if (cost >= limit) return cost
    for (const other of anchors) {
      if (other === anchor) continue
      const { x, y } = other
      if (x > box.x0 - 9 && x < box.x1 + 9 && y > box.y0 - 8 && y < box.y1 + 8) cost += HEAD
    }
    if (cost >= limit) return cost
    return cost + PATH * occupancy.count(box)
  }

  for (const anchor of anchors) {
    // Where it was comes first: few other places are worth a look then.
    const kept = previous?.get(anchor.id)?.candidate
    let best = kept ?? 0
    const inertia = kept === undefined ? 0 : INERTIA
    let least = costOf(anchor, boxAt(anchor, best), Infinity, candidates[best].cost - inertia)
    for (let i = 0; i < candidates.length; i++) {
      if (candidates[i].cost >= least) continue
      const cost = costOf(anchor, boxAt(anchor, i), least, candidates[i].cost)
      if (cost < least) {
        least = cost
        best = i
      }
    }
    const { dy, side } = candidates[best]
    let box = boxAt(anchor, best)
    // Where nothing fits (a long name on a small map) the text is at least wholly visible.
    const right = Math.min(0, width - MARGIN - box.x1)
    const shift = box.x0 + right < MARGIN ? MARGIN - box.x0 : right
    const drop = Math.max(MARGIN - box.y0, Math.min(0, height - MARGIN - box.y1))
    box = { x0: box.x0 + shift, x1: box.x1 + shift, y0: box.y0 + drop, y1: box.y1 + drop }
    taken.push(box)
    placed.set(anchor.id, {
      x: side > 0 ? box.x0 : box.x1,
      y: anchor.y + dy + drop,
      side,
      box,
      candidate: best,
    })
  }
  return placed
}
