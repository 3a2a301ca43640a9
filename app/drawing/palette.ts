/**
 * How a run looks wherever it is drawn. Hue is the optimizer's; dash and marker say the same without hue, so that any
 * two looks differ in at least two of colour, dash and marker.
 */
import { cssOf, mix, parseColour } from './colour.ts'
import type { Fill, Shape } from './markers.ts'
import type { Theme, Token } from './theme.ts'

export interface Style {
  token: Token
  /** The share of ink mixed into the token. */
  inked: number
  /** For the page and SVG: a CSS colour that follows the theme. A canvas takes `colourOf(style, theme)`. */
  colour: string
  /** Lengths of ink and gap, in px; empty is solid. */
  dash: readonly number[]
  shape: Shape
  fill: Fill
  width: number
}

type Look = [dash: readonly number[], shape: Shape, fill: 'solid' | 'hollow', width: number]

const looks = {
  sgd: [[1.5, 2.6], 'disc', 'hollow', 1.8],
  momentum: [[], 'square', 'solid', 1.5],
  nesterov: [[10, 2.5], 'square', 'hollow', 1.5],
  adagrad: [[4, 2], 'triangle', 'hollow', 1.5],
  adadelta: [[3, 2, 1, 2], 'triangleDown', 'hollow', 1.5],
  rmsprop: [[7, 2.5], 'triangle', 'solid', 1.8],
  adam: [[], 'disc', 'solid', 2.2],
  adamw: [[14, 2.5, 2, 2.5], 'plus', 'solid', 1.8],
  nadam: [[9, 2, 4, 2], 'triangleRight', 'solid', 1.8],
  radam: [[5, 2, 1.5, 2, 1.5, 2], 'star', 'solid', 1.8],
  adamax: [[6, 4.5], 'hourglass', 'solid', 1.8],
  rprop: [[7, 2.5, 1.5, 2.5], 'diamond', 'solid', 1.8],
  sign: [[1.5, 1.8, 1.5, 4.5], 'diamond', 'hollow', 1.8],
  lion: [[9, 2, 1.5, 2, 1.5, 2], 'cross', 'solid', 1.8],
  power: [[3, 3.5], 'triangleLeft', 'hollow', 1.8],
} satisfies Partial<Record<Token, Look>>

/** The optimizers that have a look of their own. */
export const styled = Object.keys(looks) as (keyof typeof looks)[]

/** How the marker of the first, second … twin is filled. */
const fills: Readonly<Record<'solid' | 'hollow', readonly Fill[]>> = {
  solid: ['solid', 'hollow', 'dot', 'half'],
  hollow: ['hollow', 'solid', 'half', 'dot'],
}
const shares = [0, 0.34, 0.58]

function makeStyle(id: keyof typeof looks, nth: number): Style {
  const [dash, shape, fill, width] = looks[id] as Look
  const inked = shares[nth % shares.length]
  // A later twin has longer dashes, and after each of them as many points as it is later.
  const points = Array.from({ length: nth }, () => [1.2, 2]).flat()
  return {
    token: id,
    inked,
    colour: inked ? `color-mix(in oklab, var(--${id}), var(--ink) ${100 * inked}%)` : `var(--${id})`,
    dash: nth === 0 ? dash : [...(dash.length ? dash.map((length) => length * 1.5) : [16, 2]), ...points],
    shape,
    fill: fills[fill][nth % 4],
    width,
  }
}

const styles = new Map<string, Style>()

/**
 * The look of a run: of the `nth` (0, 1, 2 …) in the race that has this optimizer. Later twins hold more ink and
 * another dash and marker. An optimizer without a look of its own is drawn as SGD is.
 */
export function styleOf(optimizer: string, nth = 0): Style {
  const id = `${optimizer} ${nth}`
  let style = styles.get(id)
  if (!style) {
    const known = Object.hasOwn(looks, optimizer) ? (optimizer as keyof typeof looks) : 'sgd'
    styles.set(id, (style = makeStyle(known, nth)))
  }
  return style
}

/** The looks of a list of runs, counting twins. */
export function stylesOf(runs: readonly { optimizer: string }[]): Style[] {
  const seen = new Map<string, number>()
  return runs.map(({ optimizer }) => {
    const nth = seen.get(optimizer) ?? 0
    seen.set(optimizer, nth + 1)
    return styleOf(optimizer, nth)
  })
}

/** The style's colour as a canvas takes it. */
export function colourOf({ token, inked }: Style, { colours }: Theme): string {
  const own = colours[token]
  return inked ? cssOf(mix(parseColour(own), parseColour(colours.ink), inked)) : own
}
