import { drawNumber, tick } from '../../drawing/format.ts'
import { type Cell, type Context, defineRow, type Row } from '../row.ts'
import type { Scene, View } from '../scene.ts'
import { percents, saturatedShares } from './saturation.ts'
import { bands, reachOf } from './violin.ts'
import { drawBand, drawPopulation, drawUnit, type LayerBatch } from './violinParts.ts'

interface Shared {
  /** Half of the range of z that is shown. */
  reach: number
}

/** Px of a unit at least, more where both its sides are shown; of more units than fit, an even choice is. */
const LEAST = { whole: 18, split: 34 }
/** The layer's batch; none of an answer of another architecture. */
const layerOf = ({ insides, tricks }: View, layer: number): LayerBatch | undefined =>
  layer < tricks.hidden.length ? insides?.batch?.layers[layer] : undefined

/** Which neurons have room: an even choice of those there are, `marked` among them. Each with its middle and width in px. */
export function slotsOf(
  units: number,
  isSplit: boolean,
  width: number,
  marked = -1,
): readonly { unit: number; x: number; slot: number }[] {
  const count = Math.min(units, Math.max(1, Math.floor(width / (isSplit ? LEAST.split : LEAST.whole))))
  const slot = width / count
  const own = Math.floor((marked * count) / units)
  return Array.from({ length: count }, (_, i) => ({
    unit: i === own ? marked : Math.floor(((i + 0.5) * units) / count),
    x: slot * (i + 0.5),
    slot,
  }))
}

/** Words below the panel from its left or its right, some of them heavier. Returns their width. */
function drawNote(
  context: Context,
  { theme }: Scene,
  cell: Cell,
  words: readonly { text: string; isHeavy?: boolean }[],
  align: 'left' | 'right',
): number {
  const pieces = words.map(({ text, isHeavy = false }) => {
    const font = `${isHeavy ? 600 : 400} 11px ${theme.sans}`
    context.font = font
    return { text, font, width: context.measureText(text).width, ink: isHeavy ? 'ink' : 'ink-2' } as const
  })
  const widthOf = () => pieces.reduce((sum, { width }) => sum + width, 0)
  // The first words are the ones that can be spared.
  while (pieces.length > 1 && widthOf() > cell.width) pieces.shift()
  const whole = widthOf()
  context.textAlign = 'left'
  context.textBaseline = 'alphabetic'
  context.lineWidth = 3
  context.lineJoin = 'round'
  context.strokeStyle = theme.colours.halo
  // All halos lie under all words.
  for (const write of ['strokeText', 'fillText'] as const) {
    let x = align === 'left' ? 2 : cell.width - whole
    for (const { text, font, width, ink } of pieces) {
      context.font = font
      context.fillStyle = theme.colours[ink]
      context[write](text, x, cell.height + 2)
      x += width
    }
  }
  return whole
}

/** How many neurons there are where not all are drawn, and how many percent of each layer's outputs are saturated. */
function notesOf(view: View, layer: number, drawn: number) {
  const { hidden, activation } = view.tricks
  const shares = saturatedShares(view.insides?.batch?.layers.slice(0, hidden.length) ?? [], activation)
  const percent = shares && percents(shares)
  return [
    ...(drawn < hidden[layer]
      ? [{ text: `${drawn} of ${hidden[layer]} neurons${percent ? ', ' : ''}` }]
      : []),
    ...(percent
      ? [
          { text: 'saturated' },
          ...percent.flatMap((one, l) => [
            { text: l === 0 ? ' ' : ' · ' },
            { text: `${one} %`, isHeavy: l === layer && percent.length > 1 },
          ]),
        ]
      : []),
  ]
}

const scaleOf = (reach: number, height: number) => (value: number) =>
  (1 - (Math.max(-reach, Math.min(reach, value)) + reach) / (2 * reach)) * height

/**
 * Every neuron of a hidden layer over the batch, a violin each; on request with the statistics of inference, and with
 * one neuron marked, of which more is shown below.
 */
export const normRow = (layer: number, marksPopulation: boolean, marked: number | undefined): Row =>
  defineRow<Shared>({
    id: 'batchNorm',
    title: 'BatchNorm',
    height: 100,
    gap: 20,
    parts: marksPopulation ? ['batch', 'inference'] : ['batch'],
    share: ({ views }) => ({
      reach: reachOf(views.flatMap((view) => (view.isOver ? [] : (layerOf(view, layer)?.z ?? [])))),
    }),
    draw(context, view, scene, { reach }, cell) {
      const own = layerOf(view, layer)
      const y = scaleOf(reach, cell.height)
      drawBand(context, view, scene, cell, reach, y)
      if (!own) return
      const population = marksPopulation ? view.insides?.inference?.layers[layer]?.population.mean : undefined
      const slots = slotsOf(own.units, own.mean !== undefined, cell.width, marked)
      for (const { unit, x, slot } of slots) {
        drawUnit(context, view, own, unit, [x, slot], scene, reach, y)
        if (population) drawPopulation(context, x, slot, scene, y(population[unit]))
        if (unit !== marked) continue
        context.beginPath()
        context.moveTo(x - 4.5, -12)
        context.lineTo(x + 4.5, -12)
        context.lineTo(x, -6)
        context.fillStyle = scene.theme.colours.ink
        context.fill()
      }
      const width = drawNote(context, scene, cell, notesOf(view, layer, slots.length), 'right')
      const band = bands[view.tricks.activation]
      const isFirst = view.index === scene.views[0].index
      if (band && isFirst && width < cell.width - 124)
        drawNote(context, scene, cell, [{ text: band.text }], 'left')
    },
    gutterKey: ({ reach }) => reach,
    gutter(context, { theme }, { reach }, { width, height }) {
      const y = scaleOf(reach, height)
      const end = reach < 9 ? 4 : Number((reach * 0.87).toPrecision(1))
      context.fillStyle = theme.colours['ink-2']
      context.textBaseline = 'middle'
      for (const value of [-end, 0, end])
        drawNumber(context, tick(value), width - 4, y(value), {
          size: 11,
          family: theme.sans,
          align: 'right',
        })
    },
  })
