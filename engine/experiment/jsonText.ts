import type { Issue } from './experiment.ts'
import { jsonPlace } from './jsonPlace.ts'
import { type Parsed, parseExperiment } from './parse.ts'

/** In characters; an experiment with the largest table has some six million. */
export const lengthLimit = 16_000_000

/** The JSON in a text, or where it ends to be any. */
export function readJson(text: string): { ok: true; value: unknown } | { ok: false; issues: Issue[] } {
  const fail = (found: string, expected: string) => ({
    ok: false as const,
    issues: [{ path: '', found, expected }],
  })
  if (text.length > lengthLimit) return fail(`${text.length} characters`, `at most ${lengthLimit}`)
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    const { line, column } = jsonPlace(text)
    return fail(`no JSON at line ${line}, column ${column}`, 'JSON')
  }
}

/** Reads an experiment from the text of a file. */
export function parseJson(text: string): Parsed {
  const json = readJson(text)
  return json.ok ? parseExperiment(json.value) : json
}
