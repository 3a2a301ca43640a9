import { optimizers } from '../optimizers/index.ts'
import { defaults, number, type Value } from '../parameters.ts'
import { clippings } from '../training/clipping.ts'
import { schedules } from '../training/schedules.ts'
import { type Change, type Choice, limits, type Run } from './experiment.ts'
import { fields } from './fields.ts'
import { oneOf } from './nearest.ts'
import { type Reader, readFields, readList, readName, readNumber, readParameter } from './reader.ts'
import { readChoice } from './run.ts'

const prefix = 'hyperparameters.'

/** What may be switched while `run` runs. */
export const changePaths = ({ optimizer }: Run): string[] => [
  'optimizer',
  'schedule',
  'clipping',
  'weightDecay',
  'problem.noise',
  ...Object.keys(optimizers[optimizer].parameters).map((name) => prefix + name),
]

/**
 * The run as it goes on after `change`; the same run when the change is another run's. A new optimizer starts with
 * its own defaults, which later changes may set.
 */
export function applyChange(run: Run, { run: id, path, value }: Change): Run {
  if (id !== undefined && id !== run.id) return run
  switch (path) {
    case 'optimizer': {
      const optimizer = value as string
      return { ...run, optimizer, hyperparameters: defaults(optimizers[optimizer].parameters) }
    }
    case 'problem.noise':
      return { ...run, problem: { ...run.problem, noise: value as number } }
    case 'schedule':
    case 'clipping':
      return { ...run, [path]: value as Choice }
    case 'weightDecay':
      return { ...run, weightDecay: value as number }
    default: {
      const name = path.slice(prefix.length)
      return { ...run, hyperparameters: { ...run.hyperparameters, [name]: value as Value } }
    }
  }
}

/** Reads the value of a change of `path` as the same field of a run is read. */
function readValue(reader: Reader, path: string, { optimizer }: Run): unknown {
  if (reader.value === undefined) {
    reader.fail('a value')
    return undefined
  }
  switch (path) {
    case 'optimizer':
      return readName(reader, optimizers)
    case 'schedule':
      return readChoice(reader, schedules)
    case 'clipping':
      return readChoice(reader, clippings)
    case 'weightDecay':
      return readNumber(reader, fields.weightDecay)
    case 'problem.noise':
      return readNumber(reader, fields.noise)
    default:
      return readParameter(reader, optimizers[optimizer].parameters[path.slice(prefix.length)])
  }
}

const changeFields = ['step', 'run', 'path', 'value']

/**
 * Changes in order of their steps; those of one step keep their order. Each is judged by what the earlier ones have
 * made of its runs: after a switch to Adam, Adam's hyperparameters may be changed.
 */
export function readChanges(reader: Reader, runs: readonly Run[], steps: number): Change[] {
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
    const path = readPath(at('path'), concerned)
    if (path === undefined) continue
    const values = concerned.map((run) => readValue(at('value'), path, run))
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
function readPath(reader: Reader, runs: readonly Run[]): string | undefined {
  const paths = changePaths(runs[0]).filter((path) => runs.every((run) => changePaths(run).includes(path)))
  const { value } = reader
  if (typeof value === 'string' && paths.includes(value)) return value
  reader.fail(oneOf(paths, value))
  return undefined
}
