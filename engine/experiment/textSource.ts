import type { Issue } from './experiment.ts'
import { oneOf } from './nearest.ts'
import type { Pair } from './query.ts'
import { quote } from './reader.ts'
import type { Registry } from './run.ts'
import { viewKeys } from './textKeys.ts'
import { keyOf, readValue } from './textValues.ts'

/**
 * The keys of a link while they are being read: which were taken, so that the others can be reported, and which key
 * stands behind which path of the experiment, so that issues name what was written.
 */
export interface TextSource {
  readonly issues: Issue[]
  /** The text of the first of `keys` that is there, for the value at `path`. */
  take: (path: string, ...keys: string[]) => string | undefined
  /** Issues at `path` and below are about `key`. */
  blame: (path: string, key: string) => void
  /** Unknown keys of this kind are no issue: what they belong to is not known either, and is one. */
  forgive: (isForgiven: (key: string) => boolean) => void
  /** Reports the keys that nobody took; `known` tells what some of them are. */
  finish: (known: (key: string) => string | undefined) => void
  /** The issue with its path in terms of keys. */
  translate: (issue: Issue) => Issue
}

/** A key as it may be shown: quoted where it is not a plain word. */
export const showKey = (key: string): string => (/^[@\w.:-]{1,60}$/.test(key) ? key : quote(key))

export function makeTextSource(pairs: readonly Pair[]): TextSource {
  const issues: Issue[] = []
  const texts = new Map<string, string>()
  /** Every key that was asked for, with the short form that is offered for it. */
  const known = new Map<string, string>()
  const keys = new Map<string, string>()
  const forgiven: ((key: string) => boolean)[] = []
  for (const { key, value } of pairs) {
    if (texts.has(key)) issues.push({ path: showKey(key), found: 'the key twice', expected: 'it once' })
    else texts.set(key, value)
  }
  /** Offers the keys of the same run, or those without a run. */
  function reportUnknown(key: string, found: string): void {
    const group = key.slice(0, key.indexOf('.') + 1)
    const names = [...new Set(known.values())].filter(
      (name) => name.slice(0, name.indexOf('.') + 1) === group,
    )
    const others = [...known.keys(), ...viewKeys]
    const expected = oneOf(names.length > 0 ? names : ['a run that is in opt before the dot'], key, others)
    issues.push({ path: showKey(key), found, expected })
  }

  return {
    issues,
    take(path, ...names) {
      for (const name of names) known.set(name, names[0])
      const present = names.filter((name) => texts.has(name))
      if (present.length === 0) return undefined
      // The key and the full name of one parameter.
      if (new Set(present).size > 1)
        issues.push({
          path: showKey(present[1]),
          found: `${showKey(present[0])} as well`,
          expected: 'one of them',
        })
      keys.set(path, showKey(present[0]))
      return texts.get(present[0])
    },
    blame: (path, key) => void keys.set(path, key),
    forgive: (isForgiven) => void forgiven.push(isForgiven),
    finish(misplaced) {
      for (const key of texts.keys()) {
        if (known.has(key) || forgiven.some((isForgiven) => isForgiven(key))) continue
        reportUnknown(key, misplaced(key) ?? 'an unknown key')
      }
    },
    translate({ path, found, expected }) {
      for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) {
        const key = keys.get(path.slice(0, end))
        if (key !== undefined) return { path: key, found, expected }
      }
      return { path, found, expected }
    },
  }
}

/** The parameters of one of a registry, each under its key or its full name, as input for the parser. */
export function takeParameters(
  source: TextSource,
  path: string,
  registry: Registry,
  id: string,
): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  if (!Object.hasOwn(registry, id)) {
    source.forgive((key) => !key.includes('.'))
    return values
  }
  for (const [name, parameter] of Object.entries(registry[id].parameters)) {
    const text = source.take(`${path}.${name}`, keyOf(name, parameter), name)
    if (text !== undefined) values[name] = readValue(parameter, text)
  }
  return values
}
