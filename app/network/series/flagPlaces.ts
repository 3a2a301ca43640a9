import { textWidth } from '../../drawing/textWidth.ts'
import { stepsShown, toX } from '../../time/steps.ts'
import { flagsOf } from '../flags.ts'
import type { Cell, Context } from '../row.ts'
import type { Scene } from '../scene.ts'
import type { Curves } from './scale.ts'

export interface Place {
  words: string
  x: number
  /** Of the baseline. */
  y: number
  width: number
}

const fontOf = ({ theme }: Scene) => `11.5px ${theme.sans}`

/** Where it stands beside its line what each switch does, in as many words as fit. */
export function flagPlaces(own: Curves, scene: Scene, cell: Cell): Place[] {
  const steps = stepsShown(scene.state, cell.width)
  let free = -Infinity
  let line = 0
  return flagsOf(scene.experiment, own.view.run).flatMap(({ step, words }) => {
    const at = toX(steps, step)
    if (at < -1 || at > cell.width + 1) return []
    const width = textWidth(words, fontOf(scene))
    const x = at + 4 + width > cell.width ? at - 4 - width : at + 4
    line = x < free ? line + 1 : 0
    // More would stand on the data; the rail has them all.
    if (line > 1) return []
    free = x + width + 6
    return [{ words, x, y: 5 + 13 * line, width }]
  })
}

/** Whether a number about the height `y` would stand on the words of a flag. */
export const crossesFlag = (places: readonly Place[], left: number, right: number, y: number): boolean =>
  places.some((place) => place.x < right && place.x + place.width > left && Math.abs(place.y - 4 - y) < 13)

export function drawFlagWords(context: Context, places: readonly Place[], scene: Scene) {
  // Setting a font takes longer than the rest of this.
  if (places.length === 0) return
  const { colours } = scene.theme
  context.font = fontOf(scene)
  context.textAlign = 'left'
  context.textBaseline = 'alphabetic'
  context.lineWidth = 4
  context.lineJoin = 'round'
  context.strokeStyle = colours.halo
  context.fillStyle = colours.ink
  for (const { words, x, y } of places) {
    context.strokeText(words, x, y)
    context.fillText(words, x, y)
  }
}
