import { drawNumber, setting } from '../drawing/format.ts'
import { read } from '../../engine/training/trace.ts'
import { decades, type HeatLayout, layOutHeat, NOTHING, ratio } from './heat.ts'
import { drawBlock, drawLegend, drawNames } from './heatParts.ts'
import type { Quantity } from './quantities.ts'
import { type Cell, type Context, defineRow } from './row.ts'
import { placesOf, type Scene, type View } from './scene.ts'

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
  const x = Math.max(layout.width + 10, cell.width - ASIDE + 6)
  if (x + 60 > cell.width) return
  context.textBaseline = 'alphabetic'
  context.textAlign = 'left'
  context.fillStyle = colours['ink-2']
  context.font = `12px ${sans}`
  context.fillText('max/min', x, 10)
  context.fillStyle = colours.ink
  // With batch norm the gradient of b is nothing but rounding.
  const met = layout.blocks
    .filter(
      ({ kind, layer }) => !(kind === 'b' && view.tricks.batchNorm.on && layer < view.tricks.hidden.length),
    )
    .flatMap(({ offset, rows, columns }) =>
      Array.from({ length: rows * columns }, (_, i) => values[offset + i]),
    )
  drawNumber(context, setting(Number(ratio(met).toPrecision(1))), x, 25, { size: 12, family: sans })
  const isHollow = layout.blocks.some(
    ({ kind, offset, rows }) =>
      kind === 'b' &&
      Array.from({ length: rows }, (_, i) => values[offset + i]).some((one) => one <= NOTHING),
  )
  if (!isHollow || !view.tricks.batchNorm.on || layout.cell < 4) return
  context.fillStyle = colours['ink-2']
  context.font = `11.5px ${sans}`
  context.strokeStyle = colours['ink-3']
  context.lineWidth = 0.7
  context.strokeRect(x + 0.5, 37.5, 6.5, 6.5)
  context.fillText('no gradient: BN', x + 11, 45)
  context.fillText('subtracts b away', x, 59)
}

export const heatRow = (quantity: Quantity) =>
  defineRow<Shared>({
    id: 'heat',
    title: '',
    height: 70,
    gap: 14,
    parts: ['state'],
    share: ({ views }) => ({ decades: decades(views.flatMap((view) => [valuesOf(quantity, view) ?? []])) }),
    draw(context, view, scene, shared, cell) {
      const values = valuesOf(quantity, view)
      const places = values && placesOf(view.tricks, scene.scenery, values.length)
      if (!values || !places || !shared.decades) return
      const layout = layOutHeat(places, cell.width - ASIDE, cell.height)
      drawNames(context, layout, scene)
      for (const block of layout.blocks) drawBlock(context, block, layout.cell, values, scene, shared.decades)
      drawAside(context, layout, values, view, scene, cell)
    },
    gutterKey: (shared) => shared.decades?.join(),
    gutter(context, { theme }, { decades: ends }, { height }) {
      if (ends) drawLegend(context, theme, ends, height - 10)
    },
  })
