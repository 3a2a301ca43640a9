import { optimizers } from '../optimizers/index.ts'
import { number } from '../parameters.ts'
import { clippings } from '../training/clipping.ts'
import { schedules } from '../training/schedules.ts'
import { applyChange } from './applyChange.ts'
import { type Change, limits, type Problem, type Run } from './experiment.ts'
import { fields } from './fields.ts'
import { oneOf } from './nearest.ts'
import { ownPaths, problems, readOwnValue } from './problems.ts'
import { type Reader, readFields, readList, readName, readNumber, readParameter } from './reader.ts'
import { readChoice } from './run.ts'

const prefix = 'hyperparameters.'

/** What may be switched while `run` runs. */
export const changePaths = ({ optimizer }: Run, kind: Problem['kind']): string[] => [
  'optimizer',
  'schedule',
  'clipping',
  'weightDecay',
  ...ownPaths(kind, true),
  ...Object.keys(optimizers[optimizer].parameters).map((name) => prefix + name),
]

/** Reads the value of a change of `path` as the same field of a run is read. */
function readValue(reader: Reader, path: string, run: Run, problem: Problem): unknown {
  if (reader.value === undefined) {
    reader.fail('a value')
    return undefined
  }
  const [field, name] = path.split('.')
  switch (field) {
    case 'optimizer':
      return readName(reader, optimizers)
    case 'schedule':
      return readChoice(reader, schedules)
    case 'clipping':
      return readChoice(reader, clippings)
    case 'weightDecay':
      return readNumber(reader, fields.weightDecay)
    case 'problem':
      return readOwnValue(reader, path, problem)
    case 'hyperparameters':
      return readParameter(reader, optimizers[run.optimizer].parameters[name])
    default:
      return problems[problem.kind].single?.(path, problem, [run])?.read(reader)
  }
}

const changeFields = ['step', 'run', 'path', 'value']

/**
 * Changes in order of their steps; those of one step keep their order. Each is judged by what the earlier ones have
 * made of its runs: after a switch to Adam, Adam's hyperparameters may be changed.
 */
export function readChanges(reader: Reader, problem: Problem, runs: readonly Run[], steps: number): Change[] {
  const stepRange = number('k', 'step', 0, [0, steps], { scale: 'integer' })
  const items = readList(reader, limits.changes, 'changes', (item) => {
    const at = readFields(item, changeFields)
    if (at('step').value === undefined) at('step').fail(`a whole number from 0 to ${steps}`)
    return { at, step: readNumber(at('step'), stepRange) }
  })
  // A run whose optimizer is not known has its issue already; what is changed in it cannot be judged.
  const isKnown = runs.every(({ optimizer }) => Object.hasOwn(optimizers, optimizer))
  if (!isKnown) return []

  let current = runs
  const changes: Change[] = []
  for (const { at, step } of items.sort((a, b) => a.step - b.step)) {
    const id = at('run').value
    const concerned = current.filter((run) => id === undefined || run.id === id)
    if (concerned.length === 0) {
      const ids = runs.map((run) => run.id)
      at('run').fail(ids.length > 0 ? oneOf(ids, id) : 'no change where there is no run')
      continue
    }
    const path = readPath(at('path'), concerned, problem)
    if (path === undefined) continue
    const values = concerned.map((run) => readValue(at('value'), path, run, problem))
    const change: Change = {
      step,
      ...(id === undefined ? {} : { run: id as string }),
      path,
      value: values[0],
    }
    changes.push(change)
    if (path === 'optimizer' && change.value === undefined) break
    current = current.map((run) => applyChange(run, change))
  }
  return changes
}

/** A path that every run concerned has. */
function readPath(reader: Reader, runs: readonly Run[], problem: Problem): string | undefined {
  const { kind } = problem
  const [paths, ...others] = runs.map((run) => changePaths(run, kind))
  const common = paths.filter((path) => others.every((one) => one.includes(path)))
  const { value } = reader
  const single = problems[kind].single?.(value, problem, runs)
  if (single) {
    if (!single.complaint) return value as string
    reader.fail(single.complaint)
    return undefined
  }
  if (typeof value === 'string' && common.includes(value)) return value
  if (typeof value === 'string' && ownPaths(kind, false).includes(value))
    reader.fail('what may change while a run trains; it begins with this, so give it to a run of its own')
  else reader.fail(oneOf(common, value))
  return undefined
}
