import type { Influence } from '../../../engine/training/insides.ts'
import type { Held } from '../held.ts'
import { type Context, defineRow, type Row } from '../row.ts'
import type { Scene, View } from '../scene.ts'
import { drawAddition } from './addition.ts'
import { drawInfluenceDiagram } from './influenceDiagram.ts'
import { type Scales, scalesOf } from './strip.ts'
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

/** A run's answer, if it is of the unit that was asked for. */
export const influenceOf = ({ insides }: View, layer: number, unit: number): Influence | undefined => {
  const own = insides?.influence
  return own?.layer === layer && own.unit === unit ? own : undefined
}

/** The scales of all columns: those of runs that have ended do not count. */
export const scalesIn = ({ views }: Scene, layer: number, unit: number): Scales =>
  scalesOf(views.flatMap((view) => (view.isOver ? [] : (influenceOf(view, layer, unit) ?? []))))

/** Why a column is empty. */
function absence({ insides, tricks, isOver }: View, step: number): string {
  if (isOver || !insides) return ''
  if (step === 0) return 'No update has met a batch yet.'
  return tricks.batchNorm.on ? '' : 'Without batch norm each example\ngoes its own way.'
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
  defineRow<Scales>({
    id: 'influence',
    title: 'Influence',
    height: STRIP + 108,
    gap: 20,
    parts: ['influence'],
    watch: moved.get,
    share: (scene) => scalesIn(scene, layer, unit),
    draw(context, view, scene, scales, { width, example }) {
      const { theme, state } = scene
      const influence = influenceOf(view, layer, unit)
      if (!influence) {
        drawAbsence(context, scene, absence(view, state.step))
        return
      }
      const i = focusIn(example, influence.z.length)
      drawInfluenceDiagram(context, theme, influence, i, width)
      drawAddition(context, theme, influence, i, [ADDITION, width])
      const held = moved.get()
      drawStrip(
        context,
        theme,
        { influence, scales, i, held: held?.run === view.index ? held.z : undefined, colour: view.colour },
        stripPlace(width),
      )
    },
  })
