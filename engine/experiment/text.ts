import { readChangesText, writeChanges } from './changeText.ts'
import type { Experiment, Issue } from './experiment.ts'
import { fields } from './fields.ts'
import { surfaceOf } from './kinds.ts'
import { parseExperiment } from './parse.ts'
import { type Pair, readQuery, writeQuery } from './query.ts'
import { bounded, quote } from './reader.ts'
import { readRunsText, writeRuns } from './runText.ts'
import { readSurfaceText, writeSurfaceProblem } from './surfaceText.ts'
import { viewKeys } from './textKeys.ts'
import { makeTextSource, showKey } from './textSource.ts'
import { readNumberText, writeNumber } from './textValues.ts'

/** What a link says beside the experiment: panels, theme, speed. Not judged here. */
export type View = Record<string, string>
export type ParsedText =
  { ok: true; experiment: Experiment; view: View } | { ok: false; issues: Issue[]; view: View }

const lengthLimit = 16_384

/**
 * The experiment as the readable text of a link: `v=1&f=ravine&kappa=25&opt=sgd,adam&lr=.038,.2&@20.adam.lr=.1`.
 * What is at its default is left out. `view` is added as it is.
 */
export function experimentToText(experiment: Experiment, view: Readonly<View> = {}): string {
  const { version, steps, seed, runs } = experiment
  const pairs: [string, string][] = [['v', String(version)], ...writeSurfaceProblem(surfaceOf(experiment))]
  if (steps !== fields.steps.default) pairs.push(['steps', writeNumber(steps)])
  if (seed !== fields.seed.default) pairs.push(['seed', writeNumber(seed)])
  return writeQuery([...pairs, ...writeRuns(runs), ...writeChanges(experiment), ...Object.entries(view)])
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
  const runs = readRunsText(source)
  const parsed = parseExperiment({
    version: number('version', 'v'),
    seed: number('seed', 'seed'),
    problem: readSurfaceText(source),
    steps: number('steps', 'steps'),
    runs,
    changes: readChangesText(source, changes, runs),
  })
  source.finish()
  const issues = [...broken, ...source.issues, ...(parsed.ok ? [] : parsed.issues.map(source.translate))]
  if (parsed.ok && issues.length === 0) return { ok: true, experiment: parsed.experiment, view }
  return { ok: false, issues: bounded(issues), view }
}
