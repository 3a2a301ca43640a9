import { tick } from '../drawing/format.ts'
import { drawNumber } from '../drawing/format.ts'
import { read } from '../../engine/training/trace.ts'
import { type Cell, type Context, defineRow } from './row.ts'
import type { Scene, View } from './scene.ts'
import { bands, reachOf } from './violin.ts'
import { drawBand, drawUnit, type LayerBatch } from './violinParts.ts'

interface Shared {
  /** Half of the range of z that is shown. */
  reach: number
}

/** Px of a unit at least; of more units than fit, an even choice is shown. */
const LEAST = 18
const layerOf = ({ insides, tricks }: View): LayerBatch | undefined =>
  tricks.hidden.length > 0 ? insides?.batch?.layers[0] : undefined

/** The share of hidden units' outputs that hardly answer to their inputs any more, when last evaluated. */
function drawSaturated(context: Context, { trace }: View, { state, theme }: Scene, cell: Cell) {
  if (!trace) return
  let step = Math.min(state.step, trace.length - 1)
  while (step > 0 && Number.isNaN(read(trace, 'saturated', step))) step--
  const share = read(trace, 'saturated', step)
  if (!(share >= 0.005)) return
  context.font = `11px ${theme.sans}`
  context.textAlign = 'right'
  context.textBaseline = 'alphabetic'
  context.lineWidth = 3
  context.strokeStyle = theme.colours.halo
  context.fillStyle = theme.colours['ink-2']
  const words = `${Math.round(100 * share)} % saturated`
  context.strokeText(words, cell.width, cell.height + 8)
  context.fillText(words, cell.width, cell.height + 8)
}

const scaleOf = (reach: number, height: number) => (value: number) =>
  (1 - (Math.max(-reach, Math.min(reach, value)) + reach) / (2 * reach)) * height

export const batchNorm = defineRow<Shared>({
  id: 'batchNorm',
  title: 'BatchNorm',
  height: 100,
  gap: 20,
  parts: ['batch'],
  share: ({ views }) => ({
    reach: reachOf(views.flatMap((view) => (view.isOver ? [] : (layerOf(view)?.z ?? [])))),
  }),
  draw(context, view, scene, { reach }, cell) {
    const layer = layerOf(view)
    const y = scaleOf(reach, cell.height)
    drawBand(context, view, scene, cell, reach, y)
    if (!layer) return
    const count = Math.min(layer.units, Math.max(1, Math.floor(cell.width / LEAST)))
    const slot = cell.width / count
    for (let i = 0; i < count; i++) {
      const unit = Math.floor(((i + 0.5) * layer.units) / count)
      drawUnit(context, view, layer, unit, [slot * (i + 0.5), slot], scene, reach, y)
    }
    drawSaturated(context, view, scene, cell)
    const band = bands[view.tricks.activation]
    if (!band || view.index !== scene.views[0].index) return
    const { colours, sans } = scene.theme
    context.font = `11px ${sans}`
    context.textAlign = 'left'
    context.textBaseline = 'alphabetic'
    context.lineWidth = 3
    context.lineJoin = 'round'
    context.strokeStyle = colours.halo
    context.fillStyle = colours['ink-2']
    context.strokeText(band.text, 2, cell.height + 8)
    context.fillText(band.text, 2, cell.height + 8)
  },
  gutterKey: ({ reach }) => reach,
  gutter(context, { theme }, { reach }, { width, height }) {
    const y = scaleOf(reach, height)
    const end = reach < 9 ? 4 : Number((reach * 0.87).toPrecision(1))
    context.fillStyle = theme.colours['ink-2']
    context.textBaseline = 'middle'
    for (const value of [-end, 0, end])
      drawNumber(context, tick(value), width - 4, y(value), { size: 11, family: theme.sans, align: 'right' })
  },
})
