import type { ParameterPlace } from '../../engine/network/index.ts'
import { sandSea } from '../drawing/colour.ts'
import type { Size } from '../drawing/Layer.tsx'
import { paintScale } from './colours.ts'
import { chosenOf, type Diagram, type Node } from './diagramLayout.ts'
import type { Dropped } from './edges.ts'
import { paintImage } from './image.ts'
import type { Context } from './row.ts'
import type { Scene } from './scene.ts'

/** Units of a layer that are shown: three columns of six of the first, whose images are looked at; two of others. */
const ROWS = 6
const COLUMNS = [3, 2]
const BLOCK = 30
const OUTPUT_MARGIN = 16
const SEAM = 2
/** The weight that is halfway to full colour. */
const HALF = 0.12

/** Images go in as one block, for so many inputs could not be told apart; hidden layers stand in a few columns. */
export function layOutImages(sizes: readonly number[], { width, height }: Size): Diagram {
  const last = sizes.length - 1
  const left = BLOCK + 10
  const span = width - left - OUTPUT_MARGIN
  const side = Math.min(height / ROWS - SEAM, span / (3.4 * Math.max(1, last - 1)), 22)
  const layers = sizes.map((units, column): Node[] => {
    if (column === 0) return []
    const isEnd = column === last
    const x = left + (span * (isEnd ? last : column - 0.4)) / last
    const most = COLUMNS[column - 1] ?? 2
    const all = chosenOf(units, isEnd ? 20 : most * ROWS)
    const columns = isEnd ? 1 : Math.min(most, Math.ceil(all.length / ROWS))
    const rows = Math.ceil(all.length / columns)
    const pitch = isEnd ? height / rows : side + SEAM
    return all.map((unit, i) => ({
      layer: column - 1,
      unit,
      x: Math.round(x + ((i % columns) - (columns - 1) / 2) * (side + SEAM)),
      y: Math.round(height / 2 + (Math.floor(i / columns) - (rows - 1) / 2) * pitch),
    }))
  })
  return { layers, side }
}

/** The block of pixels that goes in. */
export function drawInputBlock(context: Context, { scenery, theme }: Scene, { height }: Size): void {
  const { image } = scenery.dataset
  if (!image) return
  const top = Math.round((height - BLOCK) / 2) + 0.5
  const cell = BLOCK / image.width
  context.strokeStyle = theme.colours.rule
  context.lineWidth = 0.7
  context.beginPath()
  for (let i = 1; i < image.width; i++) {
    context.moveTo(i * cell + 0.5, top)
    context.lineTo(i * cell + 0.5, top + BLOCK)
    context.moveTo(0.5, top + i * cell)
    context.lineTo(BLOCK + 0.5, top + i * cell)
  }
  context.stroke()
  context.strokeStyle = theme.colours.ink
  context.lineWidth = 1
  context.strokeRect(0.5, top, BLOCK, BLOCK)
  context.font = `11px ${theme.sans}`
  context.textAlign = 'left'
  context.textBaseline = 'alphabetic'
  context.fillStyle = theme.colours['ink-2']
  context.fillText(`${image.width} × ${image.height}`, 0, top + BLOCK + 13)
}

/** Each unit of the first layer as the image of its weights: sand where they are negative, sea where positive. */
export function drawWeightImages(
  context: Context,
  scene: Scene,
  { layers, side }: Diagram,
  w: Float32Array,
  places: readonly ParameterPlace[],
  dropped: Dropped,
): void {
  const { image } = scene.scenery.dataset
  const place = places.find(({ kind, layer }) => kind === 'W' && layer === 0)
  if (!image || !place || layers.length < 3) return
  const scale = sandSea(scene.theme.shade)
  const half = side / 2
  context.strokeStyle = scene.theme.colours.ink
  context.lineWidth = 0.7
  for (const { unit, x, y } of layers[1]) {
    if (dropped(0, unit) === 1) continue
    const weights = w.subarray(place.offset + unit * place.columns, place.offset + (unit + 1) * place.columns)
    const box = [x - half, y - half, side, side] as const
    paintImage(
      context,
      [image.width, image.height],
      box,
      (pixels) => paintScale(pixels, scale, weights, (value) => 0.5 + value / (2 * (HALF + Math.abs(value)))),
      false,
    )
    context.strokeRect(...box)
  }
}
