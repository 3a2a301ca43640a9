import './experiment/networks.ts'
import './formula/surface.ts'
import './training/networks.ts'
import type { Options } from './cli/arguments.ts'
import { formats } from './cli/formats.ts'
import { fileComplaint } from './dataset.ts'
import { dataFile } from './experiment/dataFile.ts'
import type { Experiment, Issue } from './experiment/experiment.ts'
import { lengthLimit, parseJson } from './experiment/jsonText.ts'
import { packLimits, unpacking } from './experiment/packed.ts'
import type { Parsed } from './experiment/parse.ts'
import { parseText } from './experiment/text.ts'
import type { Files } from './training/networkData.ts'

export { readArguments, usage } from './cli/arguments.ts'
export { issueText } from './experiment/reader.ts'

/** What the machine that this runs on can do. */
export interface Host {
  /** The bytes of a file of the page, by its path from the page's address; `undefined` where it cannot be read. */
  readFile: (path: string) => Uint8Array | undefined
  /** What was deflated (RFC 1951, raw), or `undefined` where it was not, or is more than `limit` bytes. */
  inflate: (bytes: Uint8Array, limit: number) => Uint8Array | undefined
}

/** A link in which rows may be packed. */
function parseLink(text: string, { inflate }: Host): Parsed {
  const found = unpacking(text)
  if (!found.bytes) return found.issue ? { ok: false, issues: [found.issue] } : parseText(text)
  const unpacked = found.place(inflate(found.bytes, packLimits.text))
  return 'issue' in unpacked ? { ok: false, issues: [unpacked.issue] } : parseText(unpacked.text)
}

/** The file that an experiment's data are read from, if any, or what is wrong with it. */
function filesOf(experiment: Experiment, { readFile }: Host): { files: Files; issues: Issue[] } {
  const file = dataFile(experiment)
  if (!file) return { files: {}, issues: [] }
  const bytes = readFile(file.path)
  const complaint = fileComplaint({ file }, bytes)
  if (bytes && complaint === undefined) return { files: { [file.path]: bytes }, issues: [] }
  const found = bytes ? 'other data' : 'no file that can be read'
  const expected = `the ${file.bytes} bytes that the data are read from`
  return { files: {}, issues: [{ path: file.path, found, expected }] }
}

export type Output = { ok: true; lines: Iterable<string> } | { ok: false; issues: Issue[] }

/**
 * The lines that tell an experiment's numbers. `input` is the text of a JSON file, the text of a link or a whole
 * address. The lines are computed as they are asked for.
 */
export function experimentOutput(input: string, { every, format }: Options, host: Host): Output {
  const text = input.replace(/^\uFEFF/, '').trim()
  if (text === '') return { ok: false, issues: [{ path: '', found: 'nothing', expected: 'an experiment' }] }
  if (text.length > lengthLimit) {
    const found = `${text.length} characters`
    return { ok: false, issues: [{ path: '', found, expected: `at most ${lengthLimit}` }] }
  }
  const parsed = /^[[{"]/.test(text) ? parseJson(text) : parseLink(text, host)
  if (!parsed.ok) return parsed
  const { experiment } = parsed
  const { files, issues } = filesOf(experiment, host)
  return issues.length > 0
    ? { ok: false, issues }
    : { ok: true, lines: formats[format](experiment, every, files) }
}
