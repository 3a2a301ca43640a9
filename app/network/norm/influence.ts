import { isNormed } from '../../../engine/experiment/networkFields.ts'
import type { Held } from '../held.ts'
import { type Context, defineRow, type Row } from '../row.ts'
import type { Scene, View } from '../scene.ts'
import { drawAddition } from './addition.ts'
import { drawInfluenceDiagram } from './influenceDiagram.ts'
import { scalesOf } from './strip.ts'
import { drawStrip, type StripPlace } from './stripDrawing.ts'
import { focusIn } from './terms.ts'
import type { Moved } from './whatIf.ts'

/** Px from the top of a cell: where the addition and the strip begin. */
const ADDITION = 148
export const STRIP = 230

/** The strip in a cell of this width. */
export const stripPlace = (width: number): StripPlace => ({
  left: 20,
  right: width - 6,
  u: STRIP + 38,
  z: STRIP + 88,
})

/** Why a column is empty. */
function absence({ insides, tricks, isOver }: View, layer: number, unit: number): string {
  if (isOver || !insides) return ''
  if (!tricks.batchNorm.on) return 'Without batch norm each example\ngoes its own way.'
  if (!isNormed(tricks.batchNorm, layer)) return `Layer ${layer + 1} is without batch norm.`
  if (!(unit < (tricks.hidden[layer] ?? 0))) return 'This network has no such neuron.'
  return ''
}

function drawAbsence(context: Context, { theme }: Scene, words: string) {
  context.font = `13px ${theme.sans}`
  context.textAlign = 'left'
  context.textBaseline = 'alphabetic'
  context.fillStyle = theme.colours['ink-2']
  words.split('\n').forEach((line, n) => context.fillText(line, 0, 20 + 18 * n))
}

/** How one example of the batch reaches the divergence through batch norm, and what it does to all others. */
export const influenceRow = (layer: number, unit: number, moved: Held<Moved | undefined>): Row =>
  defineRow<undefined>({
    id: 'influence',
    title: 'Influence',
    height: STRIP + 108,
    gap: 20,
    parts: ['influence'],
    watch: () => [moved.get()],
    share: () => undefined,
    draw(context, view, scene, _shared, { width, example }) {
      const { theme } = scene
      const influence = view.insides?.influence
      if (!influence) {
        drawAbsence(context, scene, absence(view, layer, unit))
        return
      }
      const i = focusIn(example, influence.z.length)
      drawInfluenceDiagram(context, theme, influence, i, width)
      drawAddition(context, theme, influence, i, [ADDITION, width])
      const held = moved.get()
      drawStrip(
        context,
        theme,
        {
          influence,
          scales: scalesOf(influence),
          i,
          held: held?.run === view.index ? held.z : undefined,
          colour: view.colour,
        },
        stripPlace(width),
      )
    },
  })
