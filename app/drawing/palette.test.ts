import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { optimizers } from '../../engine/optimizers/index.ts'
import { contrast, distance, ground, mix, parseColour } from './colour.ts'
import { markerPath } from './markers.ts'
import { colourOf, styled, styleOf, stylesOf, type Style } from './palette.ts'
import { type Shade, type Theme, type Token, tokens } from './theme.ts'

const css = readFileSync(new URL('../theme.css', import.meta.url), 'utf8')
const pairs = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g)].map((m) => [
    m[1],
    [m[2], m[3]],
  ]),
)
const theme = (shade: Shade): Theme => ({
  shade,
  sans: '',
  serif: '',
  colours: Object.fromEntries(
    tokens.map((token) => [token, pairs.get(token)?.[shade === 'light' ? 0 : 1] ?? '']),
  ) as Record<Token, string>,
})
const twins = styled.flatMap((id) =>
  [0, 1, 2].map((nth) => ({ name: `${id} ${nth}`, style: styleOf(id, nth) })),
)

test('theme.css and the list of tokens name the same colours', () => {
  expect([...pairs.keys()].sort()).toEqual([...tokens].sort())
})

test('every optimizer has a look of its own', () => {
  expect(Object.keys(optimizers).filter((id) => !(styled as string[]).includes(id))).toEqual([])
})

describe.each(['light', 'dark'] as const)('in the %s', (shade) => {
  const { colours } = theme(shade)
  const paper = parseColour(colours.paper)

  test.each(twins)('$name can be read on paper and followed on the darkest ground', ({ style }) => {
    const colour = parseColour(colourOf(style, theme(shade)))
    expect(contrast(colour, paper)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colour, ground(shade).at(1))).toBeGreaterThanOrEqual(3)
  })

  test('ink can be read on paper, on every wash and on the ground', () => {
    for (const wash of ['w-g', 'w-m', 'w-v', 'w-s', 'w-u'] as const) {
      expect(contrast(parseColour(colours.ink), parseColour(colours[wash]))).toBeGreaterThanOrEqual(7)
    }
    for (const [text, under] of [
      ['ink-2', 'paper'],
      ['ink-2', 'paper-2'],
      ['ink-2', 'raise'],
      ['bad', 'paper'],
    ] as const) {
      expect(contrast(parseColour(colours[text]), parseColour(colours[under]))).toBeGreaterThanOrEqual(4.5)
    }
    expect(contrast(parseColour(colours['ink-map']), ground(shade).at(1))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(parseColour(colours['ink-3']), paper)).toBeGreaterThanOrEqual(3)
  })

  test('any two looks differ in at least two of colour, dash and marker', () => {
    const cues = (p: Style, q: Style) => {
      const far =
        distance(parseColour(colourOf(p, theme(shade))), parseColour(colourOf(q, theme(shade)))) > 0.06
      const dash = p.dash.join() !== q.dash.join()
      const marker = p.shape !== q.shape || p.fill !== q.fill
      return Number(far) + Number(dash) + Number(marker)
    }
    const alike = twins.flatMap((p, i) =>
      twins.slice(i + 1).flatMap((q) => (cues(p.style, q.style) < 2 ? [`${p.name} and ${q.name}`] : [])),
    )
    expect(alike).toEqual([])
  })

  test('a canvas gets the colour that the page shows', () => {
    const twin = styleOf('adam', 1)
    expect(colourOf(styleOf('adam'), theme(shade))).toBe(colours.adam)
    const mixed = mix(parseColour(colours.adam), parseColour(colours.ink), twin.inked)
    expect(parseColour(colourOf(twin, theme(shade)))).toEqual(mixed)
    expect(twin.colour).toBe('color-mix(in oklab, var(--adam), var(--ink) 34%)')
  })
})

test('looks are shared, counted by twin, and never missing', () => {
  expect(styleOf('adam')).toBe(styleOf('adam', 0))
  expect(stylesOf([{ optimizer: 'adam' }, { optimizer: 'sgd' }, { optimizer: 'adam' }])).toEqual([
    styleOf('adam'),
    styleOf('sgd'),
    styleOf('adam', 1),
  ])
  expect(styleOf('constructor').token).toBe('sgd')
})

test('outlines are closed paths', () => {
  for (const { style } of twins) expect(markerPath(style.shape, 3.3)).toMatch(/^M.*z$/)
})
