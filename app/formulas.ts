/**
 * Every formula the page shows, as TeX. They are typeset when the page is built (formulas.plugin.ts), so a formula
 * that is not found here cannot be shown. Most are the engine's own, and the lessons'; the list at the end is the page's.
 */
import type { EquationLine } from '../engine/optimizer.ts'
import { optimizers } from '../engine/optimizers/index.ts'
import { defaults, type Parameters, type Value } from '../engine/parameters.ts'
import { surfaces } from '../engine/surfaces/index.ts'
import '../engine/formula/surface.ts'
import { clippings } from '../engine/training/clipping.ts'
import { schedules } from '../engine/training/schedules.ts'
import { lessons } from './lessons/index.ts'
import { formulasOf } from './lessons/markup.ts'
import { referenceFormulas } from './reference/markup.ts'
import { panels } from './panels/index.ts'
import { weightPanels } from './network/anatomy/weightPanels.ts'
import type { Panel } from './panels/panel.ts'
import { letterOf } from './surface/letters.ts'

const symbols = (parameters: Parameters): string[] =>
  Object.values(parameters).flatMap((parameter) => (parameter.kind === 'number' ? [parameter.symbol] : []))

type Hyper = Record<string, Value>

/** Every combination of choices and switches, and in each of them every number at its default or at one of its ends. */
function settings(parameters: Parameters): Hyper[] {
  let all: Hyper[] = [defaults(parameters)]
  for (const [name, parameter] of Object.entries(parameters)) {
    if (parameter.kind !== 'toggle' && parameter.kind !== 'choice') continue
    const values = parameter.kind === 'toggle' ? [false, true] : Object.keys(parameter.options)
    all = all.flatMap((hyper) => values.map((value) => ({ ...hyper, [name]: value })))
  }
  const ends = Object.entries(parameters).flatMap(([name, parameter]) =>
    parameter.kind === 'number' ? [{ [name]: parameter.min }, { [name]: parameter.max }] : [],
  )
  return all.flatMap((hyper) => [hyper, ...ends.map((end) => ({ ...hyper, ...end }))])
}

const terms = (line: EquationLine): string[] =>
  line.map((term) => (typeof term === 'string' ? term : term.tex))

const rules = Object.values(optimizers)

/** Running text sets single letters itself. */
const isFormula = (tex: string) => letterOf(tex) === undefined

const texOf = ({ forms }: Panel) => forms.flatMap(({ tex, label }) => (label ? [tex, label] : [tex]))

/** What the first picture shows: panels, axes, and the parameters whose symbols are more than a letter. */
const names = [
  'w_1',
  'w_2',
  ...panels.flatMap(texOf),
  ...[optimizers, surfaces].flatMap((registry) =>
    Object.values(registry).flatMap(({ parameters }) => symbols(parameters).filter(isFormula)),
  ),
]
/** The terms of the optimizers' equations, and what only the menus and the panels of a weight show. */
const terminal = [
  'w',
  ...weightPanels.flat().flatMap(texOf),
  ...rules.flatMap(({ equation, parameters }) =>
    settings(parameters).flatMap((hyper) => equation(hyper).flatMap(terms)),
  ),
  ...[clippings, schedules].flatMap((registry) =>
    Object.values(registry).flatMap(({ formula, parameters }) => [
      formula,
      ...symbols(parameters).filter(isFormula),
    ]),
  ),
]

const isNew = (tex: string) => !names.includes(tex)
/** By the module that serves them: `virtual:formulas` and what follows it. */
export const formulas: Readonly<Record<'' | '/equations' | '/lessons' | '/reference', readonly string[]>> = {
  '': [...new Set(names)],
  '/equations': [...new Set(terminal.filter(isNew))],
  // Whole, since they do without the equations.
  '/lessons': [...new Set(lessons.flatMap(formulasOf).filter((tex) => isFormula(tex) && isNew(tex)))],
  '/reference': [...new Set(referenceFormulas.filter((tex) => isFormula(tex) && isNew(tex)))],
}
