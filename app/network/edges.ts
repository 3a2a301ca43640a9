import { createPath } from '../drawing/path.ts'
import type { ParameterPlace } from '../../engine/network/index.ts'
import type { Theme } from '../drawing/theme.ts'
import { type Diagram, edgeOf } from './diagramLayout.ts'
import type { Context } from './row.ts'

/** Strengths that are told apart: edges of one strength and sign are stroked at once. */
const LEVELS = 10
/** More edges than this between two layers hide each other. */
const HAZE = 150
/** The weight at which an edge is as strong as it gets, of a unit with few inputs; of one with many, less is much. */
const STRONG = 3.6
const strongOf = (inputs: number) => STRONG * Math.sqrt(Math.min(1, 8 / inputs))

/** The strength of a weight, 0 to LEVELS − 1, the same in all columns. */
export const levelOf = (weight: number, inputs: number): number =>
  Math.min(LEVELS - 1, Math.floor((Math.abs(weight) / strongOf(inputs)) * LEVELS)) || 0

/**
 * Strokes a path as lines beside each other of 1 px at most: where a browser draws without a graphics card, one that is
 * wider takes ten times as long.
 */
function strokeThick(context: Context, path: Path2D, width: number): void {
  const lines = Math.ceil(width)
  const pitch = width / lines
  // A little over each other, that no paper shows between them.
  context.lineWidth = lines > 1 ? (1 + pitch) / 2 : width
  for (let i = 0; i < lines; i++) {
    const aside = (i - (lines - 1) / 2) * pitch
    context.translate(0, aside)
    context.stroke(path)
    context.translate(0, -aside)
  }
}

/** How much of unit `unit` of `layer` is dropped: 1 is all. */
export type Dropped = (layer: number, unit: number) => number

/** Edges by sign and size of their weights; those of a dropped unit dotted. */
export function drawEdges(
  context: Context,
  diagram: Diagram,
  w: Float32Array,
  places: readonly ParameterPlace[],
  dropped: Dropped,
  { colours }: Theme,
): void {
  const paths = new Map<number, Path2D>()
  const dense = Math.max(
    ...diagram.layers.slice(1).map((layer, l) => layer.length * diagram.layers[l].length),
  )
  const dead = createPath()
  for (const { kind, layer, offset, columns } of places) {
    if (kind !== 'W') continue
    for (const to of diagram.layers[layer + 1])
      for (const from of diagram.layers[layer]) {
        const weight = w[offset + to.unit * columns + from.unit]
        const level = levelOf(weight, columns)
        // Where hundreds of edges cross, the weakest are only a haze.
        if (level === 0 && dense > HAZE) continue
        const isDead = dropped(layer - 1, from.unit) === 1 || dropped(layer, to.unit) === 1
        const id = level * 2 + (weight > 0 ? 1 : 0)
        let path = isDead ? dead : paths.get(id)
        if (!path) paths.set(id, (path = createPath()))
        const [x1, y1, x2, y2, middle] = edgeOf(diagram, from, to)
        path.moveTo(x1, y1)
        path.bezierCurveTo(middle, y1, middle, y2, x2, y2)
      }
  }
  // Where edges are all over, each is thinner.
  const thin = Math.min(1, Math.sqrt(64 / dense))
  context.lineCap = 'butt'
  context.globalAlpha = 0.55
  context.lineWidth = 0.6
  context.setLineDash([1.5, 3])
  context.strokeStyle = colours['ink-3']
  context.stroke(dead)
  context.setLineDash([])
  for (let id = 0; id < 2 * LEVELS; id++) {
    const path = paths.get(id)
    if (!path) continue
    const share = (Math.floor(id / 2) + 0.5) / LEVELS
    context.globalAlpha = 0.35 + 0.6 * Math.min(1, 2 * share)
    context.strokeStyle = id % 2 ? colours['pos-line'] : colours['neg-line']
    strokeThick(context, path, 0.35 + 3.85 * share * thin)
  }
  context.globalAlpha = 1
}
