import type { Theme } from '../drawing/theme.ts'

/** A stretch of text in one face. */
export interface Piece {
  text: string
  font: string
  colour: string
}

export const sansFont = ({ sans }: Theme, size: number, weight: 400 | 600 = 400): string =>
  `${weight} ${size}px ${sans}`
export const symbolFont = ({ serif }: Theme, size: number): string => `italic ${size}px ${serif}`

const widths = new Map<string, number>()
let ruler: CanvasRenderingContext2D | null | undefined

function makeRuler() {
  // What was measured before a face came was measured in another face.
  document.fonts.addEventListener('loadingdone', () => widths.clear())
  return document.createElement('canvas').getContext('2d')
}

export function widthOf(pieces: readonly Piece[]): number {
  let width = 0
  for (const { text, font } of pieces) {
    const key = `${font} ${text}`
    let one = widths.get(key)
    if (one === undefined) {
      ruler ??= makeRuler()
      if (!ruler) return 0
      ruler.font = font
      one = ruler.measureText(text).width
      if (widths.size > 500) widths.clear()
      widths.set(key, one)
    }
    width += one
  }
  return width
}

/** Text that begins at x (`side` 1), ends there (−1) or is centred (0), its middle at y, on a halo if it has one. */
export function drawPieces(
  context: CanvasRenderingContext2D,
  pieces: readonly Piece[],
  x: number,
  y: number,
  { side = 1, halo, casing = 3.6 }: { side?: 1 | 0 | -1; halo?: string; casing?: number } = {},
): void {
  let left = side > 0 ? x : x - widthOf(pieces) * (side < 0 ? 1 : 0.5)
  context.textAlign = 'left'
  context.textBaseline = 'alphabetic'
  context.lineJoin = 'round'
  for (const { text, font, colour } of pieces) {
    context.font = font
    const baseline = y + 0.34 * Number(/([\d.]+)px/.exec(font)?.[1] ?? 12)
    if (halo) {
      context.strokeStyle = halo
      context.lineWidth = casing
      context.strokeText(text, left, baseline)
    }
    context.fillStyle = colour
    context.fillText(text, left, baseline)
    left += widthOf([{ text, font, colour }])
  }
}

/** Shortens a text with … until it is no wider than `most`. */
export function shorten(text: string, font: string, most: number): string {
  const width = (some: string) => widthOf([{ text: some, font, colour: '' }])
  if (width(text) <= most) return text
  let end = text.length - 1
  while (end > 1 && width(`${text.slice(0, end).trimEnd()}…`) > most) end--
  return `${text.slice(0, end).trimEnd()}…`
}
