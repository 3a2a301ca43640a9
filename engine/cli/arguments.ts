import { type Issue, limits } from '../experiment/experiment.ts'
import { oneOf } from '../experiment/nearest.ts'
import { quote } from '../experiment/reader.ts'
import { formats } from './formats.ts'

export interface Options {
  /** Which steps are told: 0, N, 2N, ... and the last. */
  every: number
  format: string
}
export type Arguments =
  | { ok: true; help: true }
  | { ok: true; help?: false; source: string; options: Options }
  | { ok: false; issues: Issue[] }

export const usage = `Runs an experiment and prints its numbers.

  npm run -s experiment -- SOURCE [--every N] [--format jsonl|csv|fingerprint|receipt]

SOURCE      a JSON file, - for standard input, or a link: "v=1&f=ravine&opt=sgd,adam", or the whole address
--every N   tell steps 0, N, 2N, ... and the last; 1 unless given
--format    jsonl (default): the experiment with all its defaults, then one object per step and run
            csv: a header, then one row per step and run
            fingerprint: one hash of all numbers, the same in every browser
            receipt: a Python script that runs it again with PyTorch and prints the largest difference

Numbers have full precision; where there is no finite number stand null and an empty cell. A run that leaves the
finite numbers ends with its last finite step and a line that says "diverged".
Exit code: 0 when all went well, 2 when the experiment or an option is wrong (issues are on standard error).
`

const readers: Readonly<Record<string, (text: string, options: Options) => string | undefined>> = {
  '--every'(text, options) {
    options.every = Number(text)
    const fits = /^\d+$/.test(text) && options.every >= 1 && options.every <= limits.steps
    return fits ? undefined : `a whole number from 1 to ${limits.steps}`
  },
  '--format'(text, options) {
    options.format = text
    return Object.hasOwn(formats, text) ? undefined : oneOf(Object.keys(formats), text)
  },
}

/** What stands on the command line after the program's name: `--every 10` or `--every=10`. */
export function readArguments(words: readonly string[]): Arguments {
  if (words.some((word) => word === '--help' || word === '-h')) return { ok: true, help: true }
  const options: Options = { every: 1, format: 'jsonl' }
  const issues: Issue[] = []
  const sources: string[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (!word.startsWith('-') || word === '-') {
      sources.push(word)
      continue
    }
    const [name, ...rest] = word.split('=')
    if (!Object.hasOwn(readers, name)) {
      issues.push({
        path: '',
        found: `the option ${quote(name)}`,
        expected: oneOf(Object.keys(readers), name),
      })
      continue
    }
    const text = rest.length > 0 ? rest.join('=') : words[++i]
    const expected = readers[name](text ?? '', options)
    if (expected !== undefined)
      issues.push({ path: name, found: text === undefined ? 'nothing' : quote(text), expected })
  }
  // What follows an option that is not known may have been its value.
  if (sources.length !== 1 && issues.length === 0)
    issues.push({
      path: '',
      found: sources.length === 0 ? 'no experiment' : `${sources.length} experiments`,
      expected: 'one: a file, - or a link (--help says more)',
    })
  return issues.length > 0 ? { ok: false, issues } : { ok: true, source: sources[0], options }
}
