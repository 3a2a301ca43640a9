import { heat } from '../../drawing/colour.ts'
import { paintScale } from '../colours.ts'
import { paintImage } from '../image.ts'
import type { Cell, Context } from '../row.ts'
import type { Scene, View } from '../scene.ts'

/** The masks of one layer's inputs. */
export interface Mask {
  /** 0 for the network's inputs, else the hidden layer that puts them out. */
  layer: number
  units: number
  /** Those of the first examples, as many as are shown: (examples, units), 1 where it is kept. */
  kept: Uint8Array
  /** Share of the whole batch's examples for which each unit is kept. */
  shares: Float64Array
}

/** Examples that are shown of a batch. */
const EXAMPLES = 20

/** Masks of the update before the cursor, layer by layer, where units are dropped. */
export function masksOf({ insides }: View): Mask[] {
  const { batch } = insides ?? {}
  return (batch?.layers ?? []).flatMap(({ mask }, layer) => {
    if (!mask || !batch) return []
    const examples = batch.rows.length
    const units = mask.length / examples
    const shares = new Float64Array(units)
    mask.forEach((one, i) => (shares[i % units] += one / examples))
    return [{ layer, units, kept: mask.subarray(0, Math.min(examples, EXAMPLES) * units), shares }]
  })
}

/** Px: the names above, an example's row, the shares below. */
const NAME = 13
const ROW = 2
const SHARES = 11
const GAP = 16
export const MASKS_HEIGHT = NAME + ROW * EXAMPLES + 3 + SHARES

/** "h₁", or "x" for the inputs; gives its width. */
function drawName(context: Context, layer: number, x: number, { theme }: Scene): void {
  context.textAlign = 'left'
  context.textBaseline = 'alphabetic'
  context.fillStyle = theme.colours['ink-2']
  context.font = `italic 12px ${theme.serif}`
  const letter = layer === 0 ? 'x' : 'h'
  context.fillText(letter, x, NAME - 4)
  if (layer === 0) return
  const after = x + context.measureText(letter).width
  context.font = `8.5px ${theme.sans}`
  context.fillText(String(layer), after, NAME - 2)
}

/** A row an example, a column a unit, inked where it is kept; below, the share of the batch that keeps each unit. */
export function drawMasks(
  context: Context,
  masks: readonly Mask[],
  keepOf: (layer: number) => number,
  scene: Scene,
  cell: Cell,
): void {
  const { colours, shade } = scene.theme
  const all = masks.reduce((sum, { units }) => sum + units, 0)
  const column = Math.min(12, (cell.width - GAP * (masks.length - 1)) / all)
  let x = 0
  for (const { layer, units, kept, shares } of masks) {
    const width = units * column
    const examples = kept.length / units
    const height = examples * ROW
    drawName(context, layer, x, scene)
    paintImage(
      context,
      [units, examples],
      [x, NAME, width, height],
      (pixels) => paintScale(pixels, heat(shade), kept, (one) => (one ? 0.82 : 0)),
      false,
    )
    const base = NAME + ROW * EXAMPLES + 3 + SHARES
    context.fillStyle = colours['ink-3']
    shares.forEach((share, u) => {
      const tall = share * SHARES
      context.fillRect(x + u * column, base - tall, Math.max(0.6, column - 1), tall)
    })
    context.fillStyle = colours.ink
    context.fillRect(x, Math.round(base - keepOf(layer) * SHARES) - 0.5, width, 1)
    x += width + GAP
  }
}
