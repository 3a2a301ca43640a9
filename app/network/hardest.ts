import type { Scored } from './confusion.ts'
import type { Cell, Context } from './row.ts'
import type { Scene } from './scene.ts'

/** Px of an image, and of the words below it. */
const SIDE = 32
const WORDS = 16
const GAP = 8

/** The examples of the greatest divergence, the worst first. */
export function hardestOf(divergences: ArrayLike<number>, most: number): number[] {
  return Array.from({ length: divergences.length }, (_, i) => i)
    .sort((a, b) => divergences[b] - divergences[a])
    .slice(0, most)
}

/** The images that the network is most wrong about, each with its class and what it is taken for. */
export function drawHardest(
  context: Context,
  { examples, predicted, divergences }: Scored,
  { scenery, theme }: Scene,
  { left, top, width, height }: Cell & { left: number; top: number },
): void {
  const { image } = scenery.dataset
  if (!image) return
  const { colours, sans } = theme
  const columns = Math.floor((width - left + GAP) / (SIDE + GAP))
  const rows = Math.floor((height - top + 4) / (SIDE + WORDS))
  if (columns < 1 || rows < 1) return
  const pixels = image.width * image.height
  context.font = `11px ${sans}`
  context.textAlign = 'center'
  context.textBaseline = 'alphabetic'
  hardestOf(divergences, columns * rows).forEach((row, n) => {
    const x = left + (n % columns) * (SIDE + GAP)
    const y = top + Math.floor(n / columns) * (SIDE + WORDS)
    const values = examples.points.subarray(row * pixels, (row + 1) * pixels)
    context.fillStyle = colours.ink
    values.forEach((value, p) => {
      context.globalAlpha = Math.max(0, Math.min(1, (value - image.blank) / (image.full - image.blank)))
      const across = SIDE / image.width
      context.fillRect(
        x + (p % image.width) * across,
        y + Math.floor(p / image.width) * across,
        across,
        across,
      )
    })
    context.globalAlpha = 1
    context.strokeStyle = colours.rule
    context.lineWidth = 1
    context.strokeRect(x - 0.5, y - 0.5, SIDE + 1, SIDE + 1)
    const name = (c: number) => scenery.classes[c]
    const isWrong = predicted[row] !== examples.labels[row]
    context.fillStyle = isWrong ? colours.ink : colours['ink-2']
    const words = isWrong ? `${name(examples.labels[row])} → ${name(predicted[row])}` : name(predicted[row])
    context.fillText(words, x + SIDE / 2, y + SIDE + 10.5)
  })
}
