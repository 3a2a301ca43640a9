import { displayed, piecesOf } from '../lessons/markup.ts'
import { glossary } from './glossary.ts'
import { groups, pages } from './index.ts'
import { teachers } from './teachers.ts'

const texts: readonly string[] = [
  ...groups.map(({ says }) => says),
  ...pages.flatMap(({ entry: { facts, checked = '' } }) => [...facts.map(({ says }) => says), checked]),
  ...glossary.map(({ says }) => says),
  ...teachers.flatMap(({ says }) => says),
]

/** Every formula of the reference, as TeX. */
export const referenceFormulas: readonly string[] = [
  ...texts
    .flatMap(piecesOf)
    .flatMap((piece) => (typeof piece === 'object' && 'tex' in piece ? [piece.tex] : [])),
  ...pages.flatMap(({ entry: { formulas, settings, remembers = [] } }) => [
    ...formulas.flatMap(displayed),
    ...settings.flatMap(({ parameters }) =>
      Object.values(parameters).flatMap((one) => (one.kind === 'number' ? [one.symbol] : [])),
    ),
    ...remembers.map(({ symbol }) => symbol),
  ]),
  ...glossary.flatMap(({ symbol }) => (symbol === undefined ? [] : [symbol])),
].filter((tex) => tex !== '')
