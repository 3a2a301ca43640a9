import { drawNumber, type NumberText } from '../drawing/format.ts'
import { drawMarker } from '../drawing/markers.ts'
import { colourOf } from '../drawing/palette.ts'
import { textWidth } from '../drawing/textWidth.ts'
import type { Entry } from './gutter.ts'
import type { Context, Look } from './look.ts'
import type { Plot, Scene } from './scene.ts'

/** The text, cut to a width. */
function fit(text: string, font: string, width: number): string {
  if (textWidth(text, font) <= width) return text
  let cut = text
  while (cut.length > 1 && textWidth(`${cut}…`, font) > width) cut = cut.slice(0, -1)
  return `${cut.trimEnd()}…`
}

/** Without the digits after the point, where a name or a second column needs their room: 4×10⁻²². */
const short = (base: string) => base.replace(/\d\.\d/, (digits) => Number(digits).toFixed(0))

/** The number in as many digits as there is room for; a plain one has few. */
function fitNumber(number: NumberText, font: string, room: number): NumberText {
  const { base, exponent } = number
  if (exponent === undefined) return number
  const width = textWidth(base, font) + 0.72 * textWidth(exponent, font)
  return width > room ? { base: short(base), exponent } : number
}

/** A run's value in the right gutter, with its name or its marker. */
export function drawEntry(
  context: Context,
  plot: Plot,
  entry: Entry,
  { arrangement }: Scene,
  focus: string,
  { theme }: Look,
) {
  const { line, value, remark, column, columns, size } = entry
  const left = arrangement.left + arrangement.plot + 7
  const share = (arrangement.right - 7) / columns
  const from = left + column * share
  const to = from + share - (column < columns - 1 ? 8 : 0)
  const y = plot.top + entry.y
  const colour = colourOf(line.style, theme)
  const isFocus = line.run.id === focus
  context.textAlign = 'left'
  if (remark !== undefined || value === undefined) {
    const font = `400 11px ${theme.sans}`
    context.font = font
    context.fillStyle = theme.colours['ink-2']
    context.fillText(fit(remark ?? '', font, to - from), from, y)
    return
  }
  context.fillStyle = colour
  const weight = isFocus ? 600 : 400
  const options = { size, family: theme.sans, weight, align: 'right' } as const
  const bold = `600 ${size}px ${theme.sans}`
  if (plot.placed.panel.named && !arrangement.isNarrow) {
    const room = to - from - 4 - textWidth(line.name, bold)
    const width = drawNumber(context, fitNumber(value, bold, room), to, y, options)
    context.font = bold
    context.fillText(fit(line.name, bold, to - from - width - 4), from, y)
  } else {
    drawNumber(context, fitNumber(value, bold, to - from - 12), to, y, options)
    drawMarker(context, line.style, { colour, paper: theme.colours.halo }, from + 5, y - 0.5, 3, 1)
  }
}
