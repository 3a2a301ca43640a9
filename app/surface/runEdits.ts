/** What a run's row and menu do to an experiment. */
import { applyChange } from '../../engine/experiment/applyChange.ts'
import { type Change, type Experiment, limits, type Run } from '../../engine/experiment/experiment.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import { complaint, defaults, type Value } from '../../engine/parameters.ts'
import { runName } from '../../engine/experiment/runName.ts'
import { type Edit, editRun, freshRun, nextId } from './edits.ts'
import { fairRate } from './rates.ts'
import { settingsAt } from './settings.ts'

/** `wanted`, or with the first number after it that makes it differ from the names of these runs. */
function freeName(wanted: string, runs: readonly Run[]): string {
  const taken = new Set(runs.map(runName))
  let name = wanted
  for (let n = 2; taken.has(name); n++) name = `${wanted} ${n}`
  return name
}

/** The copy stands below its original, with another id. */
function copyRun(experiment: Experiment, id: string, label: string | undefined): [Experiment, copy: string] {
  const { runs, changes } = experiment
  const at = runs.findIndex((run) => run.id === id)
  const { label: _, ...original } = runs[at]
  const copy = nextId(runs, original.optimizer)
  const named = label === undefined ? {} : { label: freeName(label, runs).slice(0, limits.labelLength) }
  return [
    {
      ...experiment,
      runs: [...runs.slice(0, at + 1), { ...original, id: copy, ...named }, ...runs.slice(at + 1)],
      changes: changes.flatMap((change) =>
        change.run === id ? [change, { ...change, run: copy }] : [change],
      ),
    },
    copy,
  ]
}

const find = ({ runs }: Experiment, id: string): Run => runs.find((run) => run.id === id)!

/** A twin is called after its optimizer, "Adam 2", or after the label of its original. */
export const duplicateRun =
  (id: string, label?: string): Edit =>
  (experiment) =>
    copyRun(experiment, id, label ?? find(experiment, id).label)[0]

/** "Adam from 200"; what it has of its own is at its flag. */
function forkName(experiment: Experiment, id: string, { step, path, value }: Own): string | undefined {
  const run = find(experiment, id)
  const { optimizer } =
    path === 'optimizer' ? { optimizer: value as string } : settingsAt(experiment, run, step)
  const name = path === 'optimizer' ? undefined : run.label?.replace(/ from \d+( \d+)?$/, '')
  return step > 0 ? `${name ?? optimizers[optimizer].name} from ${step}` : run.label
}

type Own = Pick<Change, 'step' | 'path' | 'value'>

/** A copy that goes the same way up to `step`, to the bit, and from there on has a field of its own. */
export const forkRun =
  (id: string, { step, path, value }: Own): Edit =>
  (experiment) => {
    const label = forkName(experiment, id, { step, path, value })
    const [{ changes, ...copied }, copy] = copyRun(experiment, id, label)
    const isLater = (change: Change) => change.run === copy && change.path === path && change.step >= step
    return setRun(copy, path, value, step)({ ...copied, changes: changes.filter((one) => !isLater(one)) })
  }

/** By step; changes of one step keep their order. */
const sorted = (changes: readonly Change[]): Change[] => [...changes].sort((a, b) => a.step - b.step)

/** Changes that still have something to change: after a switch to Adam there is no momentum to be set any more. */
function tidied({ runs, changes, ...rest }: Experiment): Experiment {
  let current = runs
  const fits =
    ({ path, value }: Change) =>
    (run: Run) => {
      const [field, name] = path.split('.')
      if (field !== 'hyperparameters') return true
      const { parameters } = optimizers[run.optimizer]
      return Object.hasOwn(parameters, name) && complaint(parameters[name], value) === undefined
    }
  const kept = changes.filter((change) => {
    const concerned = current.filter(({ id }) => change.run === undefined || change.run === id)
    if (!concerned.every(fits(change))) return false
    current = current.map((run) => applyChange(run, change))
    return true
  })
  return { ...rest, runs, changes: kept }
}

export const setChange =
  (index: number, value: Change['value']): Edit =>
  (experiment) =>
    tidied({
      ...experiment,
      changes: experiment.changes.map((change, i) => (i === index ? { ...change, value } : change)),
    })

export const removeChange =
  (index: number): Edit =>
  (experiment) =>
    tidied({ ...experiment, changes: experiment.changes.filter((_, i) => i !== index) })

const isEqual = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** A field of a run: its own, or of the problem that all share. */
export function fieldOf({ problem }: Experiment, run: Run, path: string): unknown {
  const [field, name] = path.split('.')
  const own = run[field as keyof Run]
  if (name === undefined) return own
  const value = (own as Record<string, unknown>)[name]
  return value === undefined && field === 'problem' ? problem[name as keyof typeof problem] : value
}

/** The rate at which the race knows an optimizer, or else the usual one. */
const rateOf = ({ runs, problem }: Experiment, optimizer: string): Value =>
  runs.find((run) => run.optimizer === optimizer)?.hyperparameters.learningRate ??
  fairRate(problem, optimizer)

const RATE = 'hyperparameters.learningRate'

/**
 * Sets a field of one run, `hyperparameters.beta1`, `optimizer`, `problem.l2`: at step 0 it is the run's own; later it
 * is a change from `step` on, in place of one that was made at the same step. Another optimizer comes with its
 * defaults, at the rate that the race knows for it.
 */
export const setRun =
  (id: string, path: string, value: unknown, step = 0): Edit =>
  (experiment) => {
    const isHere = (change: Change) => change.step === step && change.run === id
    const isOld = (change: Change) =>
      isHere(change) &&
      (change.path === path || (path === 'optimizer' && change.path.startsWith('hyperparameters.')))
    const rest = { ...experiment, changes: experiment.changes.filter((change) => !isOld(change)) }
    if (step === 0) return tidied(setAtStart(rest, id, path, value))
    const before = settingsAt(rest, find(rest, id), step + 1)
    if (isEqual(fieldOf(rest, before, path), value)) return tidied(rest)
    const own: Change[] = [{ step, run: id, path, value }]
    if (path === 'optimizer') {
      const rate = rateOf(experiment, value as string)
      const isUsual = rate === optimizers[value as string].parameters.learningRate.default
      if (!isUsual) own.push({ step, run: id, path: RATE, value: rate })
    }
    return tidied({ ...rest, changes: sorted([...rest.changes, ...own]) })
  }

function setAtStart(experiment: Experiment, id: string, path: string, value: unknown): Experiment {
  const [field, name] = path.split('.')
  if (field === 'optimizer') return setOptimizer(experiment, id, value as string)
  return editRun(id, (run) => {
    if (name === undefined) return { ...run, [field]: value }
    const { [name]: _, ...others } = run[field as 'problem'] as Record<string, unknown>
    // What is the same for all is not a run's own.
    const isShared =
      field === 'problem' && isEqual(experiment.problem[name as keyof typeof experiment.problem], value)
    return { ...run, [field]: isShared ? others : { ...run[field as 'problem'], [name]: value } }
  })(experiment)
}

/** Runs are known by their optimizer, so that another makes another id. */
function setOptimizer(experiment: Experiment, id: string, optimizer: string): Experiment {
  const { runs, changes } = experiment
  if (find(experiment, id).optimizer === optimizer) return experiment
  const next = nextId(
    runs.filter((run) => run.id !== id),
    optimizer,
  )
  const learningRate = rateOf(experiment, optimizer)
  const hyperparameters = { ...defaults(optimizers[optimizer].parameters), learningRate }
  return {
    ...experiment,
    runs: runs.map((run) => (run.id === id ? { ...run, id: next, optimizer, hyperparameters } : run)),
    changes: changes.map((change) => (change.run === id ? { ...change, run: next } : change)),
  }
}

/** An empty label is none: the run is called after its optimizer. */
export const renameRun = (id: string, label: string): Edit =>
  editRun(id, ({ label: _, ...run }) => {
    const tidy = label.trim().slice(0, limits.labelLength)
    return tidy === '' ? run : { ...run, label: tidy }
  })

/** All settings of a run at their defaults, its rate the surface's. */
export const resetRun =
  (id: string): Edit =>
  (experiment) =>
    editRun(id, (run) => {
      const fresh = freshRun(experiment, run.optimizer)
      return { ...fresh, id, ...(run.label !== undefined && { label: run.label }) }
    })(experiment)
