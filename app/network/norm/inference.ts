import type { Inference } from '../../../engine/experiment/experiment.ts'
import type { Inferences } from '../../../engine/training/insides.ts'
import { drawNumber, fixed, plain, powerOfTen, tick } from '../../drawing/format.ts'
import type { Theme } from '../../drawing/theme.ts'
import { shownLoss } from '../evaluations.ts'
import { type Cell, type Context, defineRow, type Row } from '../row.ts'
import type { Scene, View } from '../scene.ts'
import { slotsOf } from './violins.ts'

/** The kinds of statistics at test time, as they are listed. */
export const kinds: readonly { id: Inference; words: string }[] = [
  { id: 'running', words: 'running averages' },
  { id: 'population', words: 'all minibatches' },
  { id: 'batch', words: 'the batch itself' },
]

/** Px: the panel of μ and σ, and the lines of the scores below it. */
const MARKS = 78
const LINES = 104
const LINE = 18

interface Shared {
  /** Half of the range of μ ± σ. */
  reach: number
  /** Powers of ten that the losses lie between. */
  decades: readonly [low: number, high: number]
}

const inferencesOf = ({ insides, isOver }: View): Inferences | undefined =>
  isOver ? undefined : insides?.inference

/** Triangle, diamond and bar: what each kind of statistics is marked with, here and beside the violins. */
function drawMark(context: Context, { colours }: Theme, kind: Inference, x: number, y: number) {
  context.beginPath()
  if (kind === 'running') {
    context.moveTo(x + 4, y)
    context.lineTo(x - 3, y - 4)
    context.lineTo(x - 3, y + 4)
  } else if (kind === 'population') {
    context.moveTo(x - 4, y)
    context.lineTo(x, y - 4)
    context.lineTo(x + 4, y)
    context.lineTo(x, y + 4)
  } else context.rect(x - 4.5, y - 1.2, 9, 2.4)
  context.closePath()
  context.fillStyle = kind === 'running' ? colours.paper : colours.ink
  context.fill()
  context.strokeStyle = colours.ink
  context.lineWidth = 1.1
  if (kind === 'running') context.stroke()
}

/** μ and μ ± σ of each neuron under the three kinds, below its violin. */
function drawMoments(
  context: Context,
  { theme }: Scene,
  layer: NonNullable<Inferences['layers'][number]>,
  { reach }: Shared,
  { width }: Cell,
  marked: number | undefined,
) {
  const { colours } = theme
  const y = (value: number) => MARKS / 2 - (value / reach) * (MARKS / 2)
  context.fillStyle = colours.rule
  context.fillRect(0, MARKS / 2 - 0.5, width, 1)
  for (const { unit, x, slot } of slotsOf(layer.running.mean.length, true, width, marked))
    kinds.forEach(({ id }, n) => {
      const { mean, variance } = layer[id]
      const at = x + (n - 1) * Math.min(12, slot * 0.3)
      const deviation = Math.sqrt(variance[unit])
      context.fillStyle = colours['ink-3']
      context.fillRect(at - 0.6, y(mean[unit] + deviation), 1.2, y(-deviation) - y(deviation))
      drawMark(context, theme, id, at, y(mean[unit]))
    })
}

/** Loss and accuracy under each: a mark on one axis, and the numbers. */
function drawScores(
  context: Context,
  { theme, scenery }: Scene,
  view: View,
  { scores }: Inferences,
  { decades: [low, high] }: Shared,
  width: number,
) {
  const { colours, sans } = theme
  const [left, right] = [112, width - (scenery.task === 'regression' ? 48 : 86)]
  const x = (loss: number) => left + ((Math.log10(loss) - low) / (high - low)) * (right - left)
  context.textBaseline = 'middle'
  context.fillStyle = colours['rule']
  for (let power = low; power <= high; power++)
    context.fillRect(
      Math.round(left + ((power - low) / (high - low)) * (right - left)),
      LINES - 11,
      1,
      3 * LINE + 6,
    )
  kinds.forEach(({ id, words }, n) => {
    const y = LINES + n * LINE
    const { loss, accuracy } = scores[id]
    const isUsed = view.tricks.batchNorm.inference === id
    context.font = `${isUsed ? 600 : 400} 12px ${sans}`
    context.textAlign = 'left'
    context.fillStyle = colours[isUsed ? 'ink' : 'ink-2']
    context.fillText(words, 0, y)
    context.fillStyle = colours['rule-2']
    context.fillRect(left, y - 0.5, right - left, 1)
    if (loss > 0 && Number.isFinite(loss)) drawMark(context, theme, id, x(loss), y)
    context.fillStyle = colours.ink
    const size = { size: 12, family: sans, align: 'right', weight: isUsed ? 600 : 400 } as const
    if (scenery.task !== 'regression') drawNumber(context, percent(accuracy), width, y, size)
    drawNumber(context, shownLoss(loss, 3), scenery.task === 'regression' ? width : width - 42, y, size)
  })
  context.fillStyle = colours['ink-2']
  for (let power = low; power <= high; power++) {
    const at = left + ((power - low) / (high - low)) * (right - left)
    drawNumber(context, powerOfTen(power), at, LINES + 3 * LINE, { size: 11, family: sans, align: 'center' })
  }
}

const percent = (share: number) => ({ base: `${fixed(100 * share, 1).base}%` })

/** What the three lines say, for those who cannot see them. */
export const inferenceWords = ({ scores, of }: Inferences): string =>
  kinds
    .map(({ id, words }) => {
      const { loss, accuracy } = scores[id]
      const share = Number.isNaN(accuracy) ? '' : `, ${percent(accuracy).base} right`
      return `${words}: ${of} loss ${plain(shownLoss(loss, 3))}${share}`
    })
    .join('; ')

/** The same network at test time under running averages, the lecture's averages, and the batch's own statistics. */
export const inferenceRow = (layer: number, marked: number | undefined): Row =>
  defineRow<Shared>({
    id: 'inference',
    title: 'At inference',
    height: LINES + 3 * LINE + 6,
    gap: 20,
    parts: ['inference'],
    share({ views }) {
      const all = views.flatMap((view) => inferencesOf(view) ?? [])
      let [reach, least, most] = [1, Infinity, -Infinity]
      for (const { layers, scores } of all) {
        for (const { mean, variance } of Object.values(layers[layer] ?? {}))
          mean.forEach((one, i) => (reach = Math.max(reach, Math.abs(one) + Math.sqrt(variance[i]))))
        for (const { loss } of Object.values(scores)) {
          if (!(loss > 0) || !Number.isFinite(loss)) continue
          least = Math.min(least, loss)
          most = Math.max(most, loss)
        }
      }
      const low = least < Infinity ? Math.floor(Math.log10(least)) : -1
      return { reach, decades: [low, Math.max(low + 1, most > 0 ? Math.ceil(Math.log10(most)) : 0)] }
    },
    draw(context, view, scene, shared, cell) {
      const own = inferencesOf(view)
      if (own) {
        const marks = own.layers[layer]
        if (marks) drawMoments(context, scene, marks, shared, cell, marked)
        drawScores(context, scene, view, own, shared, cell.width)
        return
      }
      if (view.isOver || !view.insides || view.tricks.batchNorm.on) return
      context.font = `13px ${scene.theme.sans}`
      context.textAlign = 'left'
      context.textBaseline = 'alphabetic'
      context.fillStyle = scene.theme.colours['ink-2']
      context.fillText('Without batch norm nothing is averaged.', 0, 20)
    },
    gutterKey: ({ reach }) => reach,
    gutter(context, { theme }, { reach }, { width }) {
      context.fillStyle = theme.colours['ink-2']
      context.textBaseline = 'middle'
      const end = Number((0.8 * reach).toPrecision(1))
      for (const value of [-end, 0, end])
        drawNumber(context, tick(value), width - 4, MARKS / 2 - (value / reach) * (MARKS / 2), {
          size: 11,
          family: theme.sans,
          align: 'right',
        })
    },
  })
