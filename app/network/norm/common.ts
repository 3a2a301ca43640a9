import { fixed, type NumberText } from '../../drawing/format.ts'
import type { Theme } from '../../drawing/theme.ts'
import type { Context } from '../row.ts'

/** A way to write numbers that are added up: all to the same power of ten and the same decimals. */
export interface CommonScale {
  exponent: number
  show: (value: number) => NumberText
}

/** For numbers up to this size: 0.123 as it is, 0.00123 as 1.23 of 10⁻³. */
export function commonScale(most: number): CommonScale {
  if (!(most > 0) || !Number.isFinite(most)) return { exponent: 0, show: (value) => fixed(value, 3) }
  const digits = Math.floor(Math.log10(most))
  const exponent = digits >= -1 && digits <= 3 ? 0 : digits
  const decimals = exponent === 0 ? Math.max(0, 2 - Math.max(digits, -1)) : 2
  return { exponent, show: (value) => fixed(value / 10 ** exponent, decimals) }
}

/** `×10⁻³` to stand beside numbers of such a scale; nothing where they are as they are. */
export const powerText = ({ exponent }: CommonScale): NumberText | undefined =>
  exponent === 0 ? undefined : { base: '×10', exponent: String(exponent).replace('-', '−') }

/** A letter of the lecture with its index: z_i, μ_B, σ²_B, ẑ_i, whose hat the page's fonts lack. `x` is its middle. */
export function drawLetter(
  context: Context,
  { serif }: Theme,
  [name, index = '', power = '']: readonly [name: string, index?: string, power?: string],
  x: number,
  y: number,
  size: number,
): void {
  const letter = name === 'ẑ' ? 'z' : name
  const main = `italic ${size}px ${serif}`
  const small = `italic ${Math.round(size * 0.7)}px ${serif}`
  context.textAlign = 'left'
  context.textBaseline = 'middle'
  context.font = main
  const width = context.measureText(letter).width
  context.font = small
  const beside = Math.max(context.measureText(index).width, context.measureText(power).width)
  const left = x - (width + beside) / 2
  context.fillText(index, left + width, y + size * 0.3)
  context.fillText(power, left + width, y - size * 0.3)
  context.font = main
  context.fillText(letter, left, y)
  if (name === letter) return
  const [middle, top] = [left + width * 0.56, y - size * 0.5]
  context.beginPath()
  context.moveTo(middle - 3, top + 2.6)
  context.lineTo(middle, top)
  context.lineTo(middle + 3, top + 2.6)
  context.lineWidth = 0.9
  context.strokeStyle = context.fillStyle
  context.stroke()
}
