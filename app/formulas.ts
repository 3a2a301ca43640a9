/**
 * Every formula the page shows, as TeX. They are typeset when the page is built (formulas.plugin.ts), so a formula
 * that is not found here cannot be shown. Most are the engine's own; the list at the end is the page's.
 */
import type { EquationLine } from '../engine/optimizer.ts'
import { optimizers } from '../engine/optimizers/index.ts'
import { defaults, type Parameters, type Value } from '../engine/parameters.ts'
import { surfaces } from '../engine/surfaces/index.ts'
import { clippings } from '../engine/training/clipping.ts'
import { schedules } from '../engine/training/schedules.ts'

const own = [
  'w',
  'w_1',
  'w_2',
  'w_k',
  'k',
  'g',
  'g_k',
  'g^2',
  'm',
  'v',
  'L',
  'L(w)',
  'f',
  'f(w)',
  'x',
  'y',
  '\\eta',
  '\\eta_k',
  '\\lambda',
  '\\sigma',
  '\\theta',
  '\\Delta w',
  '\\Delta w_k',
  '|\\Delta w|\\,/\\,\\eta',
  '|\\Delta w|',
  '\\|g\\|',
  '\\operatorname{sign}(g)',
  '\\eta\\,/\\sqrt{E[g^2]+\\epsilon}',
  'E[g^2]',
  '=',
  '+',
  '-',
  '= -',
  '\\cdot',
]

const symbols = (parameters: Parameters): string[] =>
  Object.values(parameters).flatMap((parameter) => (parameter.kind === 'number' ? [parameter.symbol] : []))

type Hyper = Record<string, Value>

/** Every combination of choices and switches, and in each of them every number at its default or at one of its ends. */
function settings(parameters: Parameters): Hyper[] {
  let all: Hyper[] = [defaults(parameters)]
  for (const [name, parameter] of Object.entries(parameters)) {
    if (parameter.kind === 'number') continue
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

const engine = [
  ...Object.values(optimizers).flatMap(({ equation, parameters, slots, readings }) => [
    ...settings(parameters).flatMap((hyper) => equation(hyper).flatMap(terms)),
    ...symbols(parameters),
    ...Object.values(slots).map(({ symbol }) => symbol),
    ...Object.values(readings).map(({ symbol }) => symbol),
  ]),
  ...[surfaces, clippings, schedules].flatMap((registry) =>
    Object.values(registry).flatMap(({ formula, parameters }) => [formula, ...symbols(parameters)]),
  ),
]

export const formulas: readonly string[] = [...new Set([...own, ...engine])]
