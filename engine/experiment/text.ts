import { readChangesText, writeChanges } from './changeText.ts'
import type { Experiment, Issue } from './experiment.ts'
import { fields } from './fields.ts'
import { packLimits } from './packed.ts'
import { parseExperiment } from './parse.ts'
import { problems } from './problems.ts'
import type { ProblemText } from './problemText.ts'
import { type Pair, readQuery, writeQuery } from './query.ts'
import { bounded, quote } from './reader.ts'
import { readRunsText, writeRuns } from './runText.ts'
import { surfaceText } from './surfaceText.ts'
import { runKeys, viewKeys } from './textKeys.ts'
import { makeTextSource, showKey, type TextSource } from './textSource.ts'
import { readNumberText, writeNumber } from './textValues.ts'

/** What a link says beside the experiment: panels, theme, speed. Not judged here. */
export type View = Record<string, string>
export type ParsedText =
  { ok: true; experiment: Experiment; view: View } | { ok: false; issues: Issue[]; view: View }

/** Room for rows that were packed, and as much again as a link has without them. */
const lengthLimit = packLimits.text + packLimits.packed

/** The kinds of problem that are known in a link; the first is meant where no key tells. See `networks.ts`. */
export const problemTexts: Record<string, ProblemText> = { surface: surfaceText }

/**
 * The experiment as the readable text of a link: `v=1&f=ravine&kappa=25&opt=sgd,adam&lr=.038,.2&@20.adam.lr=.1`.
 * What is at its default is left out. `view` is added as it is.
 */
export function experimentToText(experiment: Experiment, view: Readonly<View> = {}): string {
  const { version, steps, seed, problem, runs } = experiment
  const kind = problemTexts[problem.kind]
  const keys = { ...runKeys, ...kind.runKeys }
  const pairs: [string, string][] = [['v', String(version)], ...kind.write(problem)]
  if (steps !== problems[problem.kind].steps.default) pairs.push(['steps', writeNumber(steps)])
  if (seed !== fields.seed.default) pairs.push(['seed', writeNumber(seed)])
  return writeQuery([
    ...pairs,
    ...writeRuns(runs, keys),
    ...writeChanges(experiment, keys),
    ...Object.entries(view),
  ])
}

/** The kind of problem that a link is about, by the keys that only one kind has. */
function kindOf(pairs: readonly Pair[], source: TextSource): ProblemText {
  const kinds = Object.values(problemTexts)
  const found = kinds.flatMap((kind) => {
    const mark = kind.marks.find((key) => pairs.some((pair) => pair.key === key))
    return mark === undefined ? [] : [{ kind, mark }]
  })
  const [first, second] = found
  if (second) {
    const expected = 'one of them: a surface has no data'
    source.issues.push({ path: second.mark, found: `${first.mark} as well`, expected })
    // Which keys belong here cannot be judged.
    source.forgive(() => true)
  }
  return first?.kind ?? kinds[0]
}

/** What a key is that has no place where it stands, but would have one elsewhere. */
function misplaced(key: string, { keys, runKeys }: ProblemText): string | undefined {
  const name = key.slice(key.lastIndexOf('.') + 1)
  if (keys.includes(name)) return Object.hasOwn(runKeys, name) ? undefined : 'what all runs share'
  const home = Object.values(problemTexts).find((kind) => kind.keys.includes(name))
  return home && `a key that goes with ${home.marks[0]}`
}

/**
 * The experiment in a link, its fragment or its query, and the keys that are the view's. Total, as `parseExperiment`
 * is; issues name the keys that were written: `lr (2nd value): found "x", expected a number from 0 to 1000`.
 */
export function parseText(text: string): ParsedText {
  const view: View = {}
  if (text.length > lengthLimit) {
    const found = `${text.length} characters`
    return { ok: false, issues: [{ path: '', found, expected: `at most ${lengthLimit}` }], view }
  }
  const changes: Pair[] = []
  const others: Pair[] = []
  const broken: Issue[] = []
  for (const pair of readQuery(text)) {
    const { key, value, isBroken } = pair
    if (viewKeys.includes(key)) view[key] = value
    else if (isBroken)
      broken.push({ path: showKey(key), found: quote(value), expected: 'percent-encoded UTF-8' })
    else (key.startsWith('@') ? changes : others).push(pair)
  }
  const source = makeTextSource(others)
  const number = (path: string, key: string) => {
    const written = source.take(path, key)
    return written === undefined ? undefined : readNumberText(written)
  }
  const kind = kindOf(others, source)
  const keys = { ...runKeys, ...kind.runKeys }
  const runs = readRunsText(source, keys)
  const parsed = parseExperiment({
    version: number('version', 'v'),
    seed: number('seed', 'seed'),
    problem: kind.read(source),
    steps: number('steps', 'steps'),
    runs,
    changes: readChangesText(source, changes, runs, keys),
  })
  source.finish((key) => misplaced(key, kind))
  const issues = [...broken, ...source.issues, ...(parsed.ok ? [] : parsed.issues.map(source.translate))]
  if (parsed.ok && issues.length === 0) return { ok: true, experiment: parsed.experiment, view }
  return { ok: false, issues: bounded(issues), view }
}
