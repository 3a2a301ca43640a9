import type { Parameter, Parameters, Value } from '../parameters.ts'
import type { Choice } from './experiment.ts'
import type { Registry } from './run.ts'

/** The shortest text that reads back as the same number: `.038`, `-5`, `1e-7`. */
export const writeNumber = (value: number): string =>
  String(value)
    .replace(/^(-?)0\./, '$1.')
    .replace('e+', 'e')

/** A number as people write it, or the text itself, for the parser to complain about. */
export function readNumberText(text: string): number | string {
  // `1e+21` has lost its plus sign to the decoding of spaces.
  const digits = text.trim().replace(/e /i, 'e+')
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(digits) ? Number(digits) : text
}

export const writeValue = (value: Value): string =>
  typeof value === 'number' ? writeNumber(value) : typeof value === 'boolean' ? (value ? '1' : '0') : value

const toggles: Readonly<Record<string, boolean>> = { 1: true, 0: false, true: true, false: false }

/** Text as the kind of value that a parameter has; text that is none stays text. */
export function readValue(parameter: Parameter, text: string): unknown {
  switch (parameter.kind) {
    case 'number':
      return readNumberText(text)
    case 'toggle':
      return Object.hasOwn(toggles, text) ? toggles[text] : text
    case 'choice':
      return text
  }
}

/** A parameter's key in a link. */
export const keyOf = (name: string, parameter: Parameter): string => parameter.key ?? name

/** The name of the parameter that a key stands for; the full name is accepted too. */
export const nameOf = (key: string, parameters: Parameters): string | undefined =>
  Object.keys(parameters).find((name) => keyOf(name, parameters[name]) === key) ??
  (Object.hasOwn(parameters, key) ? key : undefined)

/** `step,40,.5`: the kind, then its parameters in their order, up to the last that is not at its default. */
export function writeChoice(choice: Choice, registry: Registry): string {
  const given = Object.entries(registry[choice.kind].parameters)
  while (given.length > 0 && choice[given[given.length - 1][0]] === given[given.length - 1][1].default)
    given.pop()
  return [choice.kind, ...given.map(([name]) => writeValue(choice[name]))].join(',')
}

/** What `writeChoice` writes, as input for the parser. A place left empty has its default. */
export function readChoiceText(text: string, registry: Registry): unknown {
  const [kind, ...values] = text.split(',').map((value) => value.trim())
  if (!Object.hasOwn(registry, kind)) return { kind }
  const { parameters } = registry[kind]
  const names = Object.keys(parameters)
  const given = values.map((value, i) => {
    const name = names[i]
    // One value too many is a field that the parser does not know.
    if (name === undefined) return [`value ${i + 2}`, value]
    return [name, value === '' ? undefined : readValue(parameters[name], value)]
  })
  return { kind, ...Object.fromEntries(given) }
}

export const writePoint = (point: readonly number[]): string => point.map(writeNumber).join(',')
export const readPointText = (text: string): unknown => text.split(',').map(readNumberText)
