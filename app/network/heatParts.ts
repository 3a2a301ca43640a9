import { group } from 'd3-array'
import { createPath } from '../drawing/path.ts'
import { heat } from '../drawing/colour.ts'
import { drawNumber, powerOfTen } from '../drawing/format.ts'
import type { Theme } from '../drawing/theme.ts'
import { type Block, cellOf, type HeatLayout, NOTHING } from './heat.ts'
import { paintScale } from './colours.ts'
import { paintImage } from './image.ts'
import type { Context } from './row.ts'
import type { Scene } from './scene.ts'
import type { Weight } from './weights.ts'

/** Px between two cells, where they are large enough to be told apart. */
const SEAM = 0.8

/** Cells of a parameter, filled by the decades of their values; hollow where there is none. */
export function drawBlock(
  context: Context,
  block: Block,
  cell: number,
  values: ArrayLike<number>,
  { theme }: Scene,
  [low, high]: readonly [number, number],
): void {
  const { offset, rows, columns, down, across, x } = block
  const at = (i: number) => values[offset + Math.floor(i / columns) * down + (i % columns) * across]
  // Thousands of cells a frame: a plain loop.
  const logs = new Float64Array(rows * columns)
  for (let row = 0, i = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, i++)
      logs[i] = Math.log10(Math.max(NOTHING, values[offset + row * down + column * across]))
  paintImage(
    context,
    [columns, rows],
    [x, 0, columns * cell, rows * cell],
    (pixels) => paintScale(pixels, heat(theme.shade), logs, (value) => (value - low) / (high - low)),
    false,
  )
  if (cell < 4) return
  const hollow = createPath()
  const seams = createPath()
  const side = cell - SEAM
  for (let i = 0; i < rows * columns; i++)
    if (!(at(i) > NOTHING)) hollow.rect(x + (i % columns) * cell, Math.floor(i / columns) * cell, side, side)
  for (let i = 1; i <= rows; i++) seams.rect(x, i * cell - SEAM, columns * cell, SEAM)
  for (let j = 1; j <= columns; j++) seams.rect(x + j * cell - SEAM, 0, SEAM, rows * cell)
  context.fillStyle = theme.colours.paper
  context.fill(hollow)
  context.fill(seams)
  context.strokeStyle = theme.colours['ink-3']
  context.lineWidth = 0.7
  context.stroke(hollow)
}

/** Frames the cell of a parameter. */
export function drawFrame(context: Context, layout: HeatLayout, weight: Weight, { theme }: Scene): void {
  const found = cellOf(layout, weight)
  if (!found) return
  const { cell } = layout
  const { block, row, column } = found
  context.strokeStyle = theme.colours.ink
  context.lineWidth = 1.5
  context.strokeRect(block.x + column * cell - 1.15, row * cell - 1.15, cell + 1.5, cell + 1.5)
}

/** `W₁, b₁` above the blocks of a layer. */
export function drawNames(context: Context, { blocks, cell }: HeatLayout, { theme }: Scene) {
  const { colours, serif, sans } = theme
  const letters = { W: 'W', b: 'b', gamma: 'γ', beta: 'β' }
  const layers = group(blocks, ({ layer }) => layer)
  context.fillStyle = colours['ink-2']
  context.textAlign = 'left'
  context.textBaseline = 'alphabetic'
  let free = -Infinity
  for (const [layer, own] of layers) {
    const [weights] = own
    // Pushed on by the name before it, as long as it still stands above its weights.
    let x = Math.max(weights.x, free)
    if (x > weights.x + Math.max(0, weights.columns * cell - 14)) continue
    own.forEach(({ kind }, n) => {
      const set = (text: string, font: string, dy = 0) => {
        context.font = font
        context.fillText(text, x, -5 + dy)
        x += context.measureText(text).width
      }
      if (n > 0) set(', ', `11px ${sans}`)
      set(letters[kind], `italic 11px ${serif}`)
      set(String(layer + 1), `8px ${sans}`, 2)
    })
    free = x + 6
  }
}

/** The scale of a row of cells, with its ends; in the gutter. */
export function drawLegend(
  context: Context,
  { shade, colours, sans }: Theme,
  [low, high]: readonly [number, number],
  top: number,
): void {
  const places = Float64Array.from({ length: 81 }, (_, i) => i / 80)
  paintImage(context, [81, 1], [0, top, 81, 7], (pixels) =>
    paintScale(pixels, heat(shade), places, (place) => place),
  )
  context.strokeStyle = colours['ink-3']
  context.lineWidth = 0.6
  context.strokeRect(0.3, top, 81, 7)
  context.fillStyle = colours['ink-2']
  context.textBaseline = 'alphabetic'
  drawNumber(context, powerOfTen(low), 0, top + 18, { size: 11, family: sans })
  drawNumber(context, powerOfTen(high), 82, top + 18, { size: 11, family: sans, align: 'right' })
}
