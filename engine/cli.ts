import './experiment/networks.ts'
import './training/networks.ts'
import type { Options } from './cli/arguments.ts'
import { formats } from './cli/formats.ts'
import type { Issue } from './experiment/experiment.ts'
import { jsonPlace } from './experiment/jsonPlace.ts'
import { parseExperiment, type Parsed } from './experiment/parse.ts'
import { parseText } from './experiment/text.ts'

export { readArguments, usage } from './cli/arguments.ts'
export { issueText } from './experiment/reader.ts'

/** In characters; an experiment of the largest size is far smaller. */
const lengthLimit = 4_000_000

function parseJson(text: string): Parsed {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    const { line, column } = jsonPlace(text)
    const issue = { path: '', found: `no JSON at line ${line}, column ${column}`, expected: 'JSON' }
    return { ok: false, issues: [issue] }
  }
  return parseExperiment(value)
}

export type Output = { ok: true; lines: Iterable<string> } | { ok: false; issues: Issue[] }

/**
 * The lines that tell an experiment's numbers. `input` is the text of a JSON file, the text of a link or a whole
 * address. The lines are computed as they are asked for.
 */
export function experimentOutput(input: string, { every, format }: Options): Output {
  const text = input.replace(/^\uFEFF/, '').trim()
  if (text === '') return { ok: false, issues: [{ path: '', found: 'nothing', expected: 'an experiment' }] }
  if (text.length > lengthLimit) {
    const found = `${text.length} characters`
    return { ok: false, issues: [{ path: '', found, expected: `at most ${lengthLimit}` }] }
  }
  const parsed = /^[[{"]/.test(text) ? parseJson(text) : parseText(text)
  return parsed.ok ? { ok: true, lines: formats[format](parsed.experiment, every) } : parsed
}
