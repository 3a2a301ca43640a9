import { tick } from '../drawing/format.ts'
import { drawNumber } from '../drawing/format.ts'
import { evaluations, lastAt } from './evaluations.ts'
import { type Cell, type Context, defineRow } from './row.ts'
import type { Scene, View } from './scene.ts'
import { bands, reachOf } from './violin.ts'
import { drawBand, drawUnit, type LayerBatch } from './violinParts.ts'

interface Shared {
  /** Half of the range of z that is shown. */
  reach: number
}

/** Px of a unit at least, more where both its sides are shown; of more units than fit, an even choice is. */
const LEAST = { whole: 18, split: 34 }
const layerOf = ({ insides, tricks }: View): LayerBatch | undefined =>
  tricks.hidden.length > 0 ? insides?.batch?.layers[0] : undefined

/** The share of hidden units' outputs that hardly answer to their inputs any more, when last evaluated. */
function saturatedAt({ trace }: View, step: number): number {
  return trace ? lastAt(evaluations(trace, 'saturated'), step) : NaN
}

/** A note below the panel, on its left or right. */
function drawNote(context: Context, { theme }: Scene, cell: Cell, words: string, align: 'left' | 'right') {
  const x = align === 'left' ? 2 : cell.width
  context.font = `11px ${theme.sans}`
  context.textAlign = align
  context.textBaseline = 'alphabetic'
  context.lineWidth = 3
  context.lineJoin = 'round'
  context.strokeStyle = theme.colours.halo
  context.fillStyle = theme.colours['ink-2']
  context.strokeText(words, x, cell.height + 2)
  context.fillText(words, x, cell.height + 2)
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
    const count = Math.min(
      layer.units,
      Math.max(1, Math.floor(cell.width / (layer.mean ? LEAST.split : LEAST.whole))),
    )
    const slot = cell.width / count
    for (let i = 0; i < count; i++) {
      const unit = Math.floor(((i + 0.5) * layer.units) / count)
      drawUnit(context, view, layer, unit, [slot * (i + 0.5), slot], scene, reach, y)
    }
    const share = saturatedAt(view, scene.state.step)
    const notes = [
      count < layer.units ? `${count} of ${layer.units} neurons` : '',
      share >= 0.005 ? `${Math.round(100 * share)} % saturated` : '',
    ]
    drawNote(context, scene, cell, notes.filter(Boolean).join(', '), 'right')
    const band = bands[view.tricks.activation]
    const isFirst = view.index === scene.views[0].index
    if (band && isFirst) drawNote(context, scene, cell, band.text, 'left')
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
