import { readChanges } from './changes.ts'
import type { Experiment, Issue, Problem } from './experiment.ts'
import { fields } from './fields.ts'
import { migrate } from './migrations.ts'
import { isRecord, toPlain } from './plain.ts'
import { bounded, makeReader, type Reader, readFields, readName, readNumber } from './reader.ts'
import { readRuns } from './run.ts'
import { readSurfaceProblem } from './surfaceProblem.ts'

export type Parsed = { ok: true; experiment: Experiment } | { ok: false; issues: Issue[] }

/** The kinds of problem and how each is read; the first is the default. */
const problems: Readonly<Record<string, (reader: Reader) => Problem>> = {
  surface: readSurfaceProblem,
}

function readProblem(reader: Reader): Problem {
  const kind = isRecord(reader.value) && reader.at('kind').value !== undefined
  const name = kind ? readName(reader.at('kind'), problems) : 'surface'
  return problems[name ?? 'surface'](reader)
}

function readExperiment(reader: Reader): Experiment {
  const at = readFields(reader, ['version', 'seed', 'problem', 'steps', 'runs', 'changes'])
  const seed = readNumber(at('seed'), fields.seed)
  const problem = readProblem(at('problem'))
  const steps = readNumber(at('steps'), fields.steps)
  const runs = readRuns(at('runs'))
  return { version: 1, seed, problem, steps, runs, changes: readChanges(at('changes'), runs, steps) }
}

/**
 * An experiment from whatever comes in, or what is wrong with it. Total: never throws, never guesses, lets no number
 * out of range through. What is left out has its default; what is unknown is an issue.
 */
export function parseExperiment(input: unknown): Parsed {
  const issues: Issue[] = []
  const current = migrate(makeReader(toPlain(input), issues))
  if (current === undefined) return { ok: false, issues }
  const experiment = readExperiment(makeReader(current, issues))
  return issues.length > 0 ? { ok: false, issues: bounded(issues) } : { ok: true, experiment }
}
