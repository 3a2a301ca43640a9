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
    case 'text':
      return text
  }
}

/** A parameter's key in a link. */
export const keyOf = (name: string, parameter: Parameter): string => parameter.key ?? name

/** The name of the parameter that a key stands for; the full name is accepted too. */
export const nameOf = (key: string, parameters: Parameters): string | undefined =>
  Object.keys(parameters).find((name) => keyOf(name, parameters[name]) === key) ??
  (Object.hasOwn(parameters, key) ? key : undefined)

/** The parameters that are not at their defaults, each with its key. */
export const writeParameters = (
  values: Readonly<Record<string, Value>>,
  parameters: Parameters,
): [string, string][] =>
  Object.entries(parameters)
    .filter(([name, parameter]) => values[name] !== parameter.default)
    .map(([name, parameter]) => [keyOf(name, parameter), writeValue(values[name])])

/** The values in the order of their parameters, up to the last that is not at its default. */
function valueTexts(values: Readonly<Record<string, Value>>, parameters: Parameters): string[] {
  const given = Object.entries(parameters)
  while (given.length > 0 && values[given[given.length - 1][0]] === given[given.length - 1][1].default)
    given.pop()
  return given.map(([name]) => writeValue(values[name]))
}

/** Texts as values of parameters in their order, as input for the parser. A place left empty has its default. */
function valuesOf(texts: readonly string[], parameters: Parameters, first: number): Record<string, unknown> {
  const names = Object.keys(parameters)
  const given = texts.map((text, i) => {
    const name = names[i]
    // One value too many is a field that the parser does not know.
    if (name === undefined) return [`value ${i + first}`, text]
    return [name, text === '' ? undefined : readValue(parameters[name], text)]
  })
  return Object.fromEntries(given)
}

const pieces = (text: string): string[] => text.split(',').map((piece) => piece.trim())

/** `1,population`; the first value stands for all where all are at their defaults. */
export function writeValues(values: Readonly<Record<string, Value>>, parameters: Parameters): string {
  const [first] = Object.keys(parameters)
  return valueTexts(values, parameters).join(',') || writeValue(values[first])
}

/** What `writeValues` writes, as input for the parser. */
export function readValuesText(text: string, parameters: Parameters): unknown {
  const [first] = Object.keys(parameters)
  return text.trim() === '' ? { [first]: text } : valuesOf(pieces(text), parameters, 1)
}

/** `step,40,.5`: the kind, then its parameters. */
export const writeChoice = (choice: Choice, registry: Registry): string =>
  [choice.kind, ...valueTexts(choice, registry[choice.kind].parameters)].join(',')

/** What `writeChoice` writes, as input for the parser. */
export function readChoiceText(text: string, registry: Registry): unknown {
  const [kind, ...texts] = pieces(text)
  return Object.hasOwn(registry, kind) ? { kind, ...valuesOf(texts, registry[kind].parameters, 2) } : { kind }
}

export const writePoint = (point: readonly number[]): string => point.map(writeNumber).join(',')
export const readPointText = (text: string): unknown => text.split(',').map(readNumberText)
