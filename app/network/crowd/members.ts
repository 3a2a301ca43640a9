import type { Member } from '../../../engine/training/insides.ts'
import { drawNumber, type NumberText } from '../../drawing/format.ts'
import { drawMap } from '../decision.ts'
import { shownLoss } from '../evaluations.ts'
import { drawFitLine } from '../fit.ts'
import { fitFrame, gridOf } from '../frame.ts'
import type { Cell, Context } from '../row.ts'
import type { Scene, View } from '../scene.ts'

/** Rows of the grid of these small maps. */
export const MAP_ROWS = 22

/** Units of which all subnetworks can be averaged. */
export const MOST_EXACT = 12

/** One of the maps that stand side by side. */
export interface Slot {
  title: NumberText
  /** Whether its title is a formula. */
  isFormula?: boolean
  member: Member | undefined
  /** Why there is none. */
  absence?: string
}

/** One subnetwork, the average of n, the average of all, and weight scaling. */
export function slotsOf({ insides, tricks }: Pick<View, 'insides' | 'tricks'>, samples: number): Slot[] {
  const { crowd, exact } = insides ?? {}
  if (!crowd) return []
  const isCurrent = exact?.step === insides?.step
  return [
    { title: { base: 'one' }, member: crowd.one },
    { title: { base: `mean of ${samples}` }, member: crowd.average },
    {
      title: { base: 'all 2', exponent: String(crowd.droppable) },
      member: isCurrent ? exact : undefined,
      absence: crowd.droppable > MOST_EXACT ? 'too many\nto average' : 'at rest',
    },
    {
      title: { base: tricks.dropout.form === 'inverse' ? 'W' : 'αW' },
      isFormula: true,
      member: crowd.scaled,
    },
  ]
}

/** The numbers below a map, and the words for them. */
export const figures: readonly { words: string; of: (member: Member) => NumberText | undefined }[] = [
  { words: 'loss', of: ({ loss }) => shownLoss(loss, 3) },
  { words: 'accuracy', of: ({ accuracy }) => percent(accuracy) },
  { words: 'as scaled', of: ({ agreement }) => percent(agreement) },
]
const percent = (share: number): NumberText | undefined =>
  Number.isNaN(share) ? undefined : { base: `${Math.round(100 * share)}%` }

const GAP = 7
const WIDEST = 120
const TITLE = 15
const LINE = 14
/** Of so many px across, so many down: what is left is for the words. */
const heightOf = (cell: Pick<Cell, 'height'>, top: number) =>
  cell.height - top - TITLE - LINE * figures.length - 2

/** Where the line of figure `n` stands. */
export const lineOf = (cell: Pick<Cell, 'height'>, n: number) =>
  cell.height - LINE * (figures.length - 1 - n) - 3

/** Loss and accuracy as bars, where there is no plane to show. */
function drawBars(
  context: Context,
  member: Member,
  most: number,
  view: View,
  scene: Scene,
  box: DOMRectInit,
) {
  const { colours, sans } = scene.theme
  const { x = 0, y = 0, width = 0, height = 0 } = box
  const tall = height - 12
  const wide = Math.min(22, width / 2 - 6)
  const bars = [
    { words: 'loss', share: member.loss / most },
    { words: 'acc.', share: member.accuracy },
  ].filter(({ share }) => !Number.isNaN(share))
  context.textAlign = 'center'
  context.textBaseline = 'alphabetic'
  bars.forEach(({ words, share }, n) => {
    const middle = x + (width * (n + 0.5)) / bars.length
    context.fillStyle = colours['paper-2']
    context.fillRect(middle - wide / 2, y, wide, tall)
    context.fillStyle = n === 0 ? view.colour : colours['ink-3']
    const part = Math.min(1, share) * tall
    context.fillRect(middle - wide / 2, y + tall - part, wide, part)
    context.fillStyle = colours['ink-2']
    context.font = `10.5px ${sans}`
    context.fillText(words, middle, y + height - 1)
  })
}

function drawAbsence(context: Context, words: string, { theme }: Scene, box: Required<DOMRectInit>) {
  const { x, y, width, height } = box
  context.fillStyle = theme.colours['paper-2']
  context.fillRect(x, y, width, height)
  context.fillStyle = theme.colours['ink-2']
  context.font = `11.5px ${theme.sans}`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  const lines = words.split('\n')
  lines.forEach((line, n) =>
    context.fillText(line, x + width / 2, y + height / 2 + 14 * (n - (lines.length - 1) / 2)),
  )
}

/** What one member makes of the plane: a map, a line, or bars of how well it does. */
function drawMember(
  context: Context,
  member: Member,
  most: number,
  view: View,
  scene: Scene,
  box: Required<DOMRectInit>,
) {
  const { domain } = scene.scenery
  if (domain.length === 0) return drawBars(context, member, most, view, scene, box)
  context.save()
  context.translate(box.x, box.y)
  if (domain.length === 1) {
    context.fillStyle = scene.theme.colours['paper-2']
    context.fillRect(0, 0, box.width, box.height)
    context.beginPath()
    context.rect(0, 0, box.width, box.height)
    context.clip()
    drawFitLine(context, view, member.map, scene, box)
  } else drawMap(context, member.map, scene, fitFrame(domain, box), gridOf(domain, MAP_ROWS), 1.1)
  context.restore()
}

/** The slots side by side from `top` on, each with its title above and its figures below. */
export function drawMembers(
  context: Context,
  slots: readonly Slot[],
  most: number,
  top: number,
  view: View,
  scene: Scene,
  cell: Cell,
): void {
  const { colours, sans, serif } = scene.theme
  const width = Math.min(WIDEST, (cell.width - GAP * (slots.length - 1)) / slots.length)
  slots.forEach(({ title, isFormula, member, absence }, n) => {
    const box = { x: n * (width + GAP), y: top + TITLE, width, height: heightOf(cell, top) }
    const middle = box.x + width / 2
    context.textBaseline = 'alphabetic'
    context.fillStyle = colours.ink
    if (isFormula) {
      context.font = `italic 14px ${serif}`
      context.textAlign = 'center'
      context.fillText(title.base, middle, top + TITLE - 5)
    } else {
      const options = { size: 12, family: sans, weight: 600, align: 'center' } as const
      drawNumber(context, title, middle, top + TITLE - 5, options)
    }
    if (!member) {
      if (absence) drawAbsence(context, absence, scene, box)
      return
    }
    drawMember(context, member, most, view, scene, box)
    context.textBaseline = 'alphabetic'
    figures.forEach(({ words, of }, line) => {
      const text = of(member)
      if (!text) return
      context.fillStyle = line === 0 ? view.colour : colours['ink-2']
      const base = cell.isNarrow ? `${words} ${text.base}` : text.base
      const options = { size: 12, family: sans, weight: line === 0 ? 600 : 400, align: 'center' } as const
      drawNumber(context, { ...text, base }, middle, lineOf(cell, line), options)
    })
  })
}
