import { isNormed } from '../../engine/experiment/networkFields.ts'
import { drawNumber, setting } from '../drawing/format.ts'
import { read } from '../../engine/training/trace.ts'
import type { Size } from '../drawing/Layer.tsx'
import { cellAt, cellOf, decades, type HeatLayout, layOutHeat, NOTHING, ratio, weightOf } from './heat.ts'
import { drawBlock, drawFrame, drawLegend, drawNames } from './heatParts.ts'
import { weightShown } from './looks.ts'
import { drawPointedNumbers } from './pointedNumbers.ts'
import type { Quantity } from './quantities.ts'
import { type Cell, type Context, defineRow } from './row.ts'
import { placesOf, type Scene, type View } from './scene.ts'
import { type Weight, weightAt } from './weights.ts'

interface Shared {
  /** Decades of the scale; undefined where no run has anything. */
  decades: readonly [low: number, high: number] | undefined
}
/** Px on the right for max/min. */
const ASIDE = 110

const rateOf = ({ trace }: View, step: number) =>
  trace ? read(trace, 'rate', Math.min(step, trace.length - 1)) : NaN
const valuesOf = (quantity: Quantity, view: View) =>
  view.insides && quantity.values(view.insides, rateOf(view, view.insides.step))

/** The greatest over the least, and what a hollow cell means. */
function drawAside(
  context: Context,
  layout: HeatLayout,
  values: ArrayLike<number>,
  view: View,
  scene: Scene,
  cell: Cell,
) {
  const { colours, sans } = scene.theme
  const x = layout.width + 16
  if (x + 60 > cell.width) return
  context.textBaseline = 'alphabetic'
  context.textAlign = 'left'
  context.fillStyle = colours['ink-2']
  context.font = `12px ${sans}`
  context.fillText('max/min', x, 10)
  context.fillStyle = colours.ink
  // With batch norm the gradient of b is nothing but rounding.
  const { batchNorm, hidden } = view.tricks
  const met = layout.blocks.filter(
    ({ kind, layer }) =>
      !(kind === 'b' && batchNorm.on && layer < hidden.length && isNormed(batchNorm, layer)),
  )
  drawNumber(context, setting(Number(ratio(values, met).toPrecision(1))), x, 25, { size: 12, family: sans })
  const isHollow = layout.blocks.some(
    ({ kind, offset, rows }) =>
      kind === 'b' &&
      Array.from({ length: rows }, (_, i) => values[offset + i]).some((one) => one <= NOTHING),
  )
  if (!isHollow || !batchNorm.on || layout.cell < 4) return
  context.fillStyle = colours['ink-2']
  context.font = `11.5px ${sans}`
  context.strokeStyle = colours['ink-3']
  context.lineWidth = 0.7
  context.strokeRect(x + 0.5, 37.5, 6.5, 6.5)
  context.fillText('no gradient: BN', x + 11, 45)
  context.fillText('subtracts b away', x, 59)
}

/** Where the cells of a run are; nothing where it has none. */
function layoutOf(quantity: Quantity, view: View, { scenery }: Scene, { width, height }: Size) {
  const values = valuesOf(quantity, view)
  const places = values && placesOf(view.tricks, scenery, values.length)
  return values && places && { values, layout: layOutHeat(places, width - ASIDE, height) }
}

/** The weight that is pointed at and the one that is open. */
function marked({ pointed }: Cell, { tricks }: View, { state, scenery }: Scene): Weight[] {
  const index = weightShown(state)
  const open = index === undefined ? undefined : weightAt(tricks, scenery, index)
  return [...(open ? [open] : []), ...(pointed?.kind === 'weight' ? [pointed] : [])]
}

export const heatRow = (quantity: Quantity) =>
  defineRow<Shared>({
    id: 'heat',
    title: 'Weights',
    height: 70,
    gap: 14,
    parts: ['state'],
    share: ({ views }) => ({ decades: decades(views.flatMap((view) => [valuesOf(quantity, view) ?? []])) }),
    draw(context, view, scene, shared, cell) {
      const found = layoutOf(quantity, view, scene, cell)
      if (cell.pointed?.kind === 'weight')
        drawPointedNumbers(context, view, scene, cell.pointed, cell.height + 8, cell.width)
      if (!found || !shared.decades) return
      const { layout, values } = found
      drawNames(context, layout, scene)
      for (const block of layout.blocks) drawBlock(context, block, layout.cell, values, scene, shared.decades)
      for (const weight of marked(cell, view, scene)) drawFrame(context, layout, weight, scene)
      drawAside(context, layout, values, view, scene, cell)
    },
    hit(view, scene, size, x, y, reach) {
      const { layout } = layoutOf(quantity, view, scene, size) ?? {}
      const found = layout && cellAt(layout, x, y, reach)
      return found && { kind: 'weight', ...weightOf(found.block, found.row, found.column) }
    },
    next(view, scene, from, dx, dy) {
      const { layout } = layoutOf(quantity, view, scene, { width: 1000, height: 70 }) ?? {}
      if (!layout) return undefined
      const { blocks } = layout
      const found = from?.kind === 'weight' ? cellOf(layout, from) : undefined
      if (!found) return { kind: 'weight', ...weightOf(blocks[0], 0, 0) }
      const column = found.column + dx
      const n = blocks.indexOf(found.block)
      const block = column < 0 ? blocks[n - 1] : column >= found.block.columns ? blocks[n + 1] : found.block
      if (!block) return from
      const row = Math.max(0, Math.min(block.rows - 1, found.row + dy))
      const at = block === found.block ? column : dx > 0 ? 0 : block.columns - 1
      return { kind: 'weight', ...weightOf(block, row, at) }
    },
    gutterKey: (shared) => shared.decades?.join(),
    gutter(context, { theme }, { decades: ends }, { height }) {
      if (ends) drawLegend(context, theme, ends, height - 10)
    },
  })
