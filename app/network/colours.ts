import { basin, mix, parseColour, type Rgb, sandSea, type Scale } from '../drawing/colour.ts'
import type { Theme } from '../drawing/theme.ts'

/** The pale colour of a class on a map: sand and sea for two, the four basin colours and mixtures of them for more. */
export function classColour({ shade, colours }: Theme, n: number, classes: number): Rgb {
  if (classes <= 2) return sandSea(shade).at(n)
  const own = basin(shade, n)
  // The fifth to the eighth are the first four with more ink in them, and so on.
  const inked = Math.floor(n / 4) * 0.28
  return inked > 0 ? mix(own, parseColour(colours.ink), inked) : own
}

/** Where on the sand-sea scale an output unit's value lies; what has no bounds is squeezed between them. */
export function signedPlace(activation: string, value: number): number {
  // A unit that has run off to infinity has no colour.
  if (!Number.isFinite(value)) return 0.5
  if (activation === 'sigmoid') return value
  if (activation === 'tanh') return (value + 1) / 2
  return 0.5 + value / (2 * (1 + Math.abs(value)))
}

/** One pixel's bytes as one number, as a canvas keeps them: all machines that run browsers are little-endian. */
const packed = (red: number, green: number, blue: number) =>
  ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0

const palettes = new WeakMap<Scale, Uint32Array>()
function paletteOf(scale: Scale): Uint32Array {
  let palette = palettes.get(scale)
  if (!palette) {
    const { bytes } = scale
    palette = Uint32Array.from({ length: 256 }, (_, n) =>
      packed(bytes[3 * n], bytes[3 * n + 1], bytes[3 * n + 2]),
    )
    palettes.set(scale, palette)
  }
  return palette
}

/** Paints one value a pixel by a scale. `place` gives 0 to 1; it has no holes. */
export function paintScale(
  pixels: Uint32Array,
  scale: Scale,
  values: ArrayLike<number>,
  place: (value: number) => number,
): void {
  const palette = paletteOf(scale)
  for (let i = 0; i < values.length; i++) {
    const n = (256 * place(values[i])) | 0
    pixels[i] = palette[n < 0 ? 0 : n > 255 ? 255 : n]
  }
}

/** Paints the colours of several classes, mixed by their probabilities. `values` is (pixels, classes). */
export function paintClasses(pixels: Uint32Array, colours: readonly Rgb[], values: ArrayLike<number>): void {
  const classes = colours.length
  const count = Math.min(pixels.length, values.length / classes)
  for (let i = 0; i < count; i++) {
    let red = 0
    let green = 0
    let blue = 0
    let sum = 0
    for (let c = 0; c < classes; c++) {
      const share = Math.max(0, values[i * classes + c])
      red += share * colours[c][0]
      green += share * colours[c][1]
      blue += share * colours[c][2]
      sum += share
    }
    pixels[i] = packed(red / sum, green / sum, blue / sum)
  }
}

/** Paints the colour of one class a pixel. */
export function paintChosen(pixels: Uint32Array, colours: readonly Rgb[], classes: ArrayLike<number>): void {
  const inks = colours.map((colour) => packed(...colour))
  for (let i = 0; i < classes.length; i++) pixels[i] = inks[classes[i]]
}
