import { readChanges } from './changes.ts'
import type { Experiment, Issue } from './experiment.ts'
import { fields } from './fields.ts'
import { migrate } from './migrations.ts'
import { toPlain } from './plain.ts'
import { problems, readOwnProblem, readProblem } from './problems.ts'
import { bounded, makeReader, type Reader, readFields, readNumber } from './reader.ts'
import { readRuns } from './run.ts'

export type Parsed = { ok: true; experiment: Experiment } | { ok: false; issues: Issue[] }

function readExperiment(reader: Reader): Experiment {
  const at = readFields(reader, ['version', 'seed', 'problem', 'steps', 'runs', 'changes'])
  const seed = readNumber(at('seed'), fields.seed)
  const problem = readProblem(at('problem'))
  const steps = readNumber(at('steps'), problems[problem.kind].steps)
  const runs = readRuns(at('runs'), (own) => readOwnProblem(own, problem))
  return { version: 1, seed, problem, steps, runs, changes: readChanges(at('changes'), problem, runs, steps) }
}

/**
 * An experiment from whatever comes in, or what is wrong with it. Total: never throws, never guesses, lets no number
 * out of range through. What is left out has its default; what is unknown is an issue.
 */
export function parseExperiment(input: unknown): Parsed {
  const issues: Issue[] = []
  const current = migrate(makeReader(toPlain(input), issues))
  if (current === undefined) return { ok: false, issues }
  const reader = makeReader(current, issues)
  const experiment = readExperiment(reader)
  if (issues.length === 0) problems[experiment.problem.kind].bound?.(experiment, experiment.problem, reader)
  return issues.length > 0 ? { ok: false, issues: bounded(issues) } : { ok: true, experiment }
}
