import { textWidth } from './textWidth.ts'

/**
 * Numbers as they are set on screen: a true minus, three or four significant digits, powers of ten with a raised
 * exponent. A number is pieces, so that the page can raise with <sup> and a canvas with a smaller face.
 */
export interface NumberText {
  /** All of it, or what stands before the exponent: `4.9×10`. */
  base: string
  /** What is raised: `−4`. */
  exponent?: string
}

/** Stands for what is not a finite number. */
export const none: NumberText = { base: '—' }

const minus = (text: string) => text.replace('-', '−')

/** Of a non-zero number, exact at the powers of ten, where log10 may be a bit off. */
const exponentOf = (value: number) => Number(value.toExponential().split('e')[1])

const withExponent = (mantissa: string, exponent: number): NumberText => ({
  base: mantissa === '1' ? '10' : mantissa === '-1' ? '−10' : `${minus(mantissa)}×10`,
  exponent: minus(String(exponent)),
})

/** A measured value, to three significant digits: 229, 25.2, 4.38, 0.209, 0.0079, 4.9×10⁻⁴. */
export function measured(value: number): NumberText {
  if (!Number.isFinite(value)) return none
  if (value === 0) return { base: '0' }
  const size = Math.abs(value)
  if (size >= 9999.5 || size < 0.00095) {
    const [mantissa, exponent] = value.toExponential(1).split('e')
    return withExponent(mantissa, Number(exponent))
  }
  const digits = size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : size >= 0.09995 ? 3 : 4
  return { base: minus(value.toFixed(digits)) }
}

/** To a fixed number of decimals; no minus before a zero. */
export function fixed(value: number, digits: number): NumberText {
  if (!Number.isFinite(value)) return none
  const text = value.toFixed(digits)
  return { base: Number(text) === 0 ? text.replace('-', '') : minus(text) }
}

/** A setting, exactly and without trailing zeros: 0.05, 0.999, 150, 10⁻⁸. */
export function setting(value: number): NumberText {
  if (!Number.isFinite(value)) return none
  if (value === 0) return { base: '0' }
  const tidy = Number(value.toPrecision(7))
  const exponent = exponentOf(tidy)
  if (exponent >= -4 && exponent <= 4) return { base: minus(String(tidy)) }
  const [mantissa] = tidy.toExponential().split('e')
  return withExponent(mantissa, exponent)
}

/** 10 to a whole power, for axes: 10⁻³, 0.01, 0.1, 1, 10, 100, 10³. */
export function powerOfTen(exponent: number): NumberText {
  if (!Number.isInteger(exponent)) return none
  if (exponent >= -2 && exponent <= 2) return { base: String(Number(`1e${exponent}`)) }
  return withExponent('1', exponent)
}

/** A tick of a linear axis: no more digits than it needs. */
export const tick = (value: number): NumberText => setting(Number(value.toPrecision(4)))

const raised: Readonly<Record<string, string>> = {
  '−': '⁻',
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
}
/** In one string, for titles and files. On screen use the pieces: the raised digits are not in the page's fonts. */
export const plain = ({ base, exponent = '' }: NumberText): string =>
  base + [...exponent].map((c) => raised[c] ?? c).join('')

/** As a screen reader should say it: "4.9 times 10 to the −4". */
export function spoken({ base, exponent }: NumberText): string {
  if (base === none.base) return 'no value'
  return exponent === undefined ? base : `${base.replace('×', ' times ')} to the ${exponent}`
}

/**
 * What someone typed as a number, or `undefined`. Understands a true minus, a decimal comma, thousands set apart by
 * commas or spaces, `1e-3`, `10^-3` and `2×10^-3`.
 */
export function parseNumber(text: string): number | undefined {
  let tidy = text
    .trim()
    .replace(/[−–]/g, '-')
    .replace(/[\s_’']/g, '')
  tidy = tidy.replace(/[⁻⁰¹²³⁴-⁹]+/g, (digits) => {
    const low = [...digits].map((c) => Object.keys(raised).find((key) => raised[key] === c) ?? c)
    return `^${low.join('').replace('−', '-')}`
  })
  tidy = tidy.replace(/^([+-]?)10\^/, '$11e').replace(/[×x*·]10\^/i, 'e')
  if (/^[+-]?[1-9]\d{0,2}(,\d{3}){2,}(\.\d+)?$/.test(tidy) || /^[+-]?[1-9]\d{0,2},\d{3}\.\d+$/.test(tidy)) {
    tidy = tidy.replaceAll(',', '')
  }
  tidy = tidy.replace(',', '.')
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(tidy) && Number.isFinite(Number(tidy))
    ? Number(tidy)
    : undefined
}

/** Draws a number on a canvas with its exponent raised; `size` is the font size in px. Returns its width. */
export function drawNumber(
  context: CanvasRenderingContext2D,
  { base, exponent }: NumberText,
  x: number,
  y: number,
  options: {
    size: number
    family: string
    weight?: number
    align?: 'left' | 'center' | 'right'
    halo?: boolean
  },
): number {
  const { size, family, weight = 400, align = 'left', halo = false } = options
  const face = `${weight} ${size}px ${family}`
  const small = `${weight} ${size * 0.72}px ${family}`
  const width = textWidth(base, face)
  const whole = width + (exponent ? textWidth(exponent, small) : 0)
  const left = x - (align === 'left' ? 0 : align === 'center' ? whole / 2 : whole)
  const set = (text: string, font: string, dx: number, dy: number) => {
    context.font = font
    if (halo) context.strokeText(text, left + dx, y + dy)
    context.fillText(text, left + dx, y + dy)
  }
  context.textAlign = 'left'
  set(base, face, 0, 0)
  if (exponent) set(exponent, small, width, -0.36 * size)
  return whole
}
