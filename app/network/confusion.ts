import type { Examples } from '../../engine/datasets/index.ts'
import { drawHardest } from './hardest.ts'
import { type Cell, type Context, defineRow } from './row.ts'
import { drawScatter } from './scatter.ts'
import type { Scene, View } from './scene.ts'

/** Px of a matrix's cell at most, and the least in which a count can be read. */
const LARGEST = { width: 66, height: 44 }
/** Px above the matrix for the names of its columns, and between names and cells. */
const HEAD = 16
const ASIDE = 6
/** Ink of a cell that holds a whole row: the count in it stays readable. */
const INK = 0.86

/** Examples whose scores came, with the targets that they were scored by. */
export function scored({ insides }: View, { scenery }: Scene) {
  const { points } = scenery
  const scores = insides?.scores
  if (!points || !scores) return undefined
  const examples = scores.of === 'validation' ? points.validation : points.train
  // An answer to an older question may be about other rows.
  return scores.predicted.length === examples.count ? { examples, ...scores } : undefined
}
export type Scored = NonNullable<ReturnType<typeof scored>>

/** How many examples of each true class (row) are taken for which class (column). */
export function confusionOf(
  { labels, count }: Pick<Examples, 'labels' | 'count'>,
  predicted: ArrayLike<number>,
  classes: number,
): Int32Array {
  const counts = new Int32Array(classes * classes)
  for (let i = 0; i < count; i++) counts[labels[i] * classes + predicted[i]]++
  return counts
}

/** A name in so many px, cut where it is longer. */
function fitText(context: Context, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text
  let end = text.length
  while (end > 1 && context.measureText(`${text.slice(0, end)}…`).width > width) end--
  return `${text.slice(0, end)}…`
}

/** Draws the matrix at the left of a cell; returns the px that it takes across. */
function drawMatrix(context: Context, { examples, predicted }: Scored, scene: Scene, cell: Cell): number {
  const { theme, scenery } = scene
  const { colours, sans } = theme
  const { classes } = scenery
  const size = classes.length
  const counts = confusionOf(examples, predicted, size)
  context.font = `11px ${sans}`
  const widest = Math.max(...classes.map((name) => context.measureText(name).width))
  const left = Math.min(78, widest) + ASIDE
  const height = Math.min(LARGEST.height, (cell.height - HEAD) / size)
  const width = Math.min(LARGEST.width, (cell.width - left) / size, size > 5 ? 1.15 * height : Infinity)

  context.fillStyle = colours['ink-2']
  context.textBaseline = 'middle'
  classes.forEach((name, c) => {
    context.textAlign = 'right'
    context.fillText(fitText(context, name, left - ASIDE), left - ASIDE, HEAD + (c + 0.5) * height)
    context.textAlign = 'center'
    context.fillText(fitText(context, name, width - 2), left + (c + 0.5) * width, HEAD - 8)
  })
  context.font = `${Math.min(14, Math.max(8.5, 0.62 * height))}px ${sans}`
  context.textAlign = 'center'
  for (let row = 0; row < size; row++) {
    const own = counts.subarray(row * size, (row + 1) * size)
    const all = own.reduce((sum, one) => sum + one, 0)
    for (let column = 0; column < size; column++) {
      const x = left + column * width
      const y = HEAD + row * height
      const share = all > 0 ? own[column] / all : 0
      context.fillStyle = colours.ink
      // Single mistakes among many are to be seen.
      context.globalAlpha = share > 0 ? Math.max(0.07, INK * share) : 0.025
      context.fillRect(x, y, width - 1, height - 1)
      context.globalAlpha = 1
      if (own[column] === 0) continue
      context.fillStyle = INK * share > 0.45 ? colours.paper : colours.ink
      context.fillText(String(own[column]), x + (width - 1) / 2, y + height / 2)
    }
  }
  return left + size * width
}

/** What each network makes of held-out examples that are no points of a plane. */
export const confusion = defineRow<undefined>({
  id: 'confusion',
  title: 'Decision',
  height: 184,
  narrowHeight: 260,
  gap: 12,
  parts: ['scores'],
  share: () => undefined,
  draw(context, view, scene, _shared, cell) {
    const scores = scored(view, scene)
    if (!scores) return
    if (scene.scenery.task === 'regression') drawScatter(context, scores, scene, cell)
    else {
      const width = drawMatrix(context, scores, scene, cell)
      drawHardest(context, scores, scene, { ...cell, left: width + 18, top: HEAD })
    }
  },
})
