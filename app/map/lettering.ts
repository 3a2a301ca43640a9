import { textWidth } from '../drawing/textWidth.ts'
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

export const widthOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((width, { text, font }) => width + textWidth(text, font), 0)

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
    left += textWidth(text, font)
  }
}

/** Shortens a text with … until it is no wider than `most`. */
export function shorten(text: string, font: string, most: number): string {
  const width = (some: string) => textWidth(some, font)
  if (width(text) <= most) return text
  let end = text.length - 1
  while (end > 1 && width(`${text.slice(0, end).trimEnd()}…`) > most) end--
  return `${text.slice(0, end).trimEnd()}…`
}
