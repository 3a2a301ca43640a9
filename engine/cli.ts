import './experiment/networks.ts'
import './training/networks.ts'
import type { Options } from './cli/arguments.ts'
import { formats } from './cli/formats.ts'
import { fileComplaint } from './dataset.ts'
import { dataFile } from './experiment/dataFile.ts'
import type { Experiment, Issue } from './experiment/experiment.ts'
import { jsonPlace } from './experiment/jsonPlace.ts'
import { parseExperiment, type Parsed } from './experiment/parse.ts'
import { parseText } from './experiment/text.ts'
import type { Files } from './training/networkData.ts'

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

/** The bytes of a file of the page, by its path from the page's address; `undefined` where it cannot be read. */
export type ReadFile = (path: string) => Uint8Array | undefined

/** The file that an experiment's data are read from, if any, or what is wrong with it. */
function filesOf(experiment: Experiment, read: ReadFile): { files: Files; issues: Issue[] } {
  const file = dataFile(experiment)
  if (!file) return { files: {}, issues: [] }
  const bytes = read(file.path)
  const complaint = fileComplaint({ file }, bytes)
  if (bytes && complaint === undefined) return { files: { [file.path]: bytes }, issues: [] }
  const found = bytes ? 'other data' : 'no file that can be read'
  const expected = `the ${file.bytes} bytes that the data are read from`
  return { files: {}, issues: [{ path: file.path, found, expected }] }
}

export type Output = { ok: true; lines: Iterable<string> } | { ok: false; issues: Issue[] }

/**
 * The lines that tell an experiment's numbers. `input` is the text of a JSON file, the text of a link or a whole
 * address; `readFile` brings the files that data are read from. The lines are computed as they are asked for.
 */
export function experimentOutput(input: string, { every, format }: Options, readFile: ReadFile): Output {
  const text = input.replace(/^\uFEFF/, '').trim()
  if (text === '') return { ok: false, issues: [{ path: '', found: 'nothing', expected: 'an experiment' }] }
  if (text.length > lengthLimit) {
    const found = `${text.length} characters`
    return { ok: false, issues: [{ path: '', found, expected: `at most ${lengthLimit}` }] }
  }
  const parsed = /^[[{"]/.test(text) ? parseJson(text) : parseText(text)
  if (!parsed.ok) return parsed
  const { experiment } = parsed
  const { files, issues } = filesOf(experiment, readFile)
  return issues.length > 0
    ? { ok: false, issues }
    : { ok: true, lines: formats[format](experiment, every, files) }
}
