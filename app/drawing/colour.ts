/** Colour arithmetic in OKLab, and the scales by which maps are inked. */
import type { Shade } from './theme.ts'

export type Rgb = readonly [red: number, green: number, blue: number]
type Lab = readonly [l: number, a: number, b: number]
/** Lightness, chroma, hue in degrees. */
type Lch = readonly [l: number, c: number, h: number]

const toLinear = (byte: number) => {
  const u = byte / 255
  return u <= 0.04045 ? u / 12.92 : ((u + 0.055) / 1.055) ** 2.4
}
const fromLinear = (u: number) => {
  const v = Math.max(0, Math.min(1, u))
  return Math.round(255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055))
}

export function labOf([red, green, blue]: Rgb): Lab {
  const r = toLinear(red)
  const g = toLinear(green)
  const b = toLinear(blue)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

export function rgbOf([lightness, a, b]: Lab): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    fromLinear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    fromLinear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    fromLinear(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}

const labOfLch = ([l, c, h]: Lch): Lab => {
  const angle = (h * Math.PI) / 180
  return [l, c * Math.cos(angle), c * Math.sin(angle)]
}
const between = (p: Lab, q: Lab, t: number): Lab => [
  p[0] + (q[0] - p[0]) * t,
  p[1] + (q[1] - p[1]) * t,
  p[2] + (q[2] - p[2]) * t,
]

export const cssOf = ([r, g, b]: Rgb): string => `rgb(${r}, ${g}, ${b})`

/** Reads `#rrggbb` and `rgb(r, g, b)`, the forms in which tokens come. */
export function parseColour(text: string): Rgb {
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text)
  if (hex) return [parseInt(hex[1], 16), parseInt(hex[2], 16), parseInt(hex[3], 16)]
  const [r = 0, g = 0, b = 0] = (text.match(/[\d.]+/g) ?? []).map(Number)
  return [r, g, b]
}

/** `share` of `other` mixed into `colour`, as CSS `color-mix(in oklab, …)` does. */
export const mix = (colour: Rgb, other: Rgb, share: number): Rgb =>
  rgbOf(between(labOf(colour), labOf(other), share))

/** Distance in OKLab; 0.02 is about a just noticeable difference. */
export const distance = (p: Rgb, q: Rgb): number => {
  const a = labOf(p)
  const b = labOf(q)
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}

const luminance = ([r, g, b]: Rgb) => 0.2126 * toLinear(r) + 0.7152 * toLinear(g) + 0.0722 * toLinear(b)

/** WCAG contrast ratio, 1 to 21. */
export function contrast(p: Rgb, q: Rgb): number {
  const a = luminance(p)
  const b = luminance(q)
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** 256 colours from the first stop to the last. */
export interface Scale {
  /** Entry 3n, 3n + 1, 3n + 2 are red, green, blue of colour n: for image data. */
  bytes: Uint8ClampedArray
  /** The colour at t from 0 to 1; outside, the nearer end. */
  at: (t: number) => Rgb
  css: (t: number) => string
}

/** Stops, evenly spaced. On all of them more ink means more, in both shades. */
const stops: Readonly<
  Record<Shade, Readonly<Record<'ground' | 'heat' | 'sandSea' | 'basins', readonly Lch[]>>>
> = {
  light: {
    ground: [
      [0.988, 0.006, 92],
      [0.835, 0.032, 248],
    ],
    heat: [
      [0.975, 0.006, 92],
      [0.6375, 0.082, 240],
      [0.3, 0.075, 268],
    ],
    sandSea: [
      [0.865, 0.078, 84],
      [0.975, 0.005, 92],
      [0.83, 0.06, 224],
    ],
    basins: [
      [0.68, 0.065, 16],
      [0.84, 0.09, 107],
      [0.855, 0.055, 184],
      [0.67, 0.078, 283],
    ],
  },
  dark: {
    ground: [
      [0.205, 0.008, 262],
      [0.43, 0.042, 252],
    ],
    heat: [
      [0.235, 0.01, 262],
      [0.5825, 0.075, 244],
      [0.93, 0.05, 95],
    ],
    sandSea: [
      [0.44, 0.07, 80],
      [0.24, 0.006, 262],
      [0.44, 0.062, 224],
    ],
    basins: [
      [0.44, 0.085, 40],
      [0.615, 0.07, 108],
      [0.61, 0.06, 215],
      [0.42, 0.065, 280],
    ],
  },
}

function makeScale(lch: readonly Lch[]): Scale {
  const labs = lch.map(labOfLch)
  const bytes = new Uint8ClampedArray(256 * 3)
  for (let n = 0; n < 256; n++) {
    const place = (n / 255) * (labs.length - 1)
    const i = Math.min(labs.length - 2, Math.floor(place))
    bytes.set(rgbOf(between(labs[i], labs[i + 1], place - i)), 3 * n)
  }
  const at = (t: number): Rgb => {
    const n = 3 * Math.round(255 * Math.max(0, Math.min(1, t || 0)))
    return [bytes[n], bytes[n + 1], bytes[n + 2]]
  }
  return { bytes, at, css: (t) => cssOf(at(t)) }
}

const cache = new Map<string, Scale>()
const cached = (shade: Shade, name: 'ground' | 'heat' | 'sandSea'): Scale => {
  const id = `${shade} ${name}`
  let scale = cache.get(id)
  if (!scale) cache.set(id, (scale = makeScale(stops[shade][name])))
  return scale
}

/** Pale, for maps that carry paths: t = 0 is the floor of the valley, 1 the far heights. */
export const ground = (shade: Shade): Scale => cached(shade, 'ground')
/** The whole range of ink, for maps whose fill is the datum. */
export const heat = (shade: Shade): Scale => cached(shade, 'heat')
/** Signed quantities: t = 0 is sand (−1), ½ paper (0), 1 sea (+1). */
export const sandSea = (shade: Shade): Scale => cached(shade, 'sandSea')
/** The colours of up to four minima in a basin map; they repeat after that. */
export const basin = (shade: Shade, n: number): Rgb => rgbOf(labOfLch(stops[shade].basins[n % 4]))
