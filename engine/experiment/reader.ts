import { complaint, type Parameter, type Parameters, type Value } from '../parameters.ts'
import type { Issue } from './experiment.ts'
import { oneOf } from './nearest.ts'
import { isRecord, type Plain, Unreadable } from './plain.ts'

/**
 * A value in the input, with its path, and where its issues go. The functions below read one value each: they
 * report what is wrong and return something of the right type all the same, so that one pass finds every issue.
 */
export interface Reader {
  readonly path: string
  /** `undefined` where the input has nothing. */
  readonly value: Plain | undefined
  /** Reports what would be right here, and what is there instead. */
  readonly fail: (expected: string, found?: string) => void
  /** The reader of a field or of an item. */
  readonly at: (name: string | number) => Reader
}

export function makeReader(value: Plain | undefined, issues: Issue[], path = ''): Reader {
  return {
    path,
    value,
    fail: (expected, found = describe(value)) => void issues.push({ path, found, expected }),
    at(name) {
      const inside = Array.isArray(value) || isRecord(value)
      const field =
        inside && Object.hasOwn(value, name) ? (value as Record<string | number, Plain>)[name] : undefined
      return makeReader(field, issues, path === '' ? showName(name) : `${path}.${showName(name)}`)
    },
  }
}

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text)

/** Text of unknown origin, quoted, without control characters, at most 42 characters long. */
export const quote = (text: string): string =>
  `"${shorten(
    JSON.stringify(text.slice(0, 60))
      .slice(1, -1)
      .replace(/[\p{C}\u2028\u2029]/gu, '�'),
  )}"`

const showName = (name: string | number): string =>
  typeof name === 'number' || /^[\w-]{1,40}$/.test(name) ? String(name) : quote(name)

/** What was found, in a few words that are safe to show. */
export function describe(value: Plain | undefined): string {
  if (value === undefined) return 'nothing'
  if (value instanceof Unreadable) return shorten(value.description.replace(/\p{C}/gu, '�'))
  if (typeof value === 'string') return quote(value)
  if (Array.isArray(value)) return `a list of ${value.length}`
  return isRecord(value) ? 'an object' : String(value)
}

/** Checks that there is an object here, or nothing, with no other fields than these; `known` tells what others are. */
export function readFields(
  reader: Reader,
  names: readonly string[],
  known: (name: string) => string | undefined = () => undefined,
): Reader['at'] {
  const { value } = reader
  if (isRecord(value)) {
    for (const name of Object.keys(value)) {
      if (!names.includes(name)) reader.at(name).fail(oneOf(names, name), known(name) ?? 'an unknown field')
    }
  } else if (value !== undefined) reader.fail('an object')
  return reader.at
}

/** A list of at most `limit` things; nothing is an empty list. */
export function readList<T>(reader: Reader, limit: number, things: string, read: (item: Reader) => T): T[] {
  const { value } = reader
  if (value === undefined) return []
  if (!Array.isArray(value) || value.length > limit) {
    reader.fail(`a list of at most ${limit} ${things}`)
    return []
  }
  return value.map((_, i) => read(reader.at(i)))
}

/** A value that its spec allows, or the spec's default where there is nothing. */
export function readParameter(reader: Reader, parameter: Parameter): Value {
  const { value } = reader
  if (value === undefined) return parameter.default
  const expected = complaint(parameter, value)
  if (expected !== undefined) {
    reader.fail(parameter.kind === 'choice' ? oneOf(Object.keys(parameter.options), value) : expected)
    return parameter.default
  }
  // −0 becomes 0, which is all that JSON can hold.
  return typeof value === 'number' ? value + 0 : (value as Value)
}

export const readNumber = (reader: Reader, parameter: Parameter): number =>
  readParameter(reader, parameter) as number

/** The values of a set of parameters: those given checked, the others by default. */
export const readValues = (at: Reader['at'], parameters: Parameters): Record<string, Value> =>
  Object.fromEntries(Object.entries(parameters).map(([name, one]) => [name, readParameter(at(name), one)]))

/** An object that has these parameters' values and nothing else. */
export const readParameters = (reader: Reader, parameters: Parameters): Record<string, Value> =>
  readValues(readFields(reader, Object.keys(parameters)), parameters)

/** A name of the registry, or `undefined` with an issue. */
export function readName(reader: Reader, registry: Readonly<Record<string, unknown>>): string | undefined {
  const { value } = reader
  if (typeof value === 'string' && Object.hasOwn(registry, value)) return value
  reader.fail(oneOf(Object.keys(registry), value))
  return undefined
}

const issueLimit = 20

/** Each issue once, the first twenty of them, and how many more there are. */
export function bounded(issues: readonly Issue[]): Issue[] {
  const distinct = [...new Map(issues.map((issue) => [issueText(issue), issue])).values()]
  const more = distinct.length - issueLimit
  if (more <= 0) return distinct
  return [...distinct.slice(0, issueLimit), { path: '', found: `${more} more issues`, expected: 'none' }]
}

/** `runs.0.hyperparameters.decay: found 1.5, expected a number from 0 to 0.999999` */
export const issueText = ({ path, found, expected }: Issue): string =>
  `${path === '' ? '' : `${path}: `}found ${found}, expected ${expected}`
