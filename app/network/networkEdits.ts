/** What the controls of the Network view do to an experiment: each makes the next one, as input for the parser. */
import type { Dataset } from '../../engine/dataset.ts'
import type {
  Change,
  Choice,
  Experiment,
  NetworkProblem,
  Tricks,
} from '../../engine/experiment/experiment.ts'
import { networkOf } from '../../engine/experiment/kinds.ts'
import { datasetOf, datasets, features, type Table } from '../../engine/datasets/index.ts'
import { networkFields } from '../../engine/experiment/networkFields.ts'
import { defaults } from '../../engine/parameters.ts'
import { sharedAt } from './tricks.ts'

export type Edit = (experiment: Experiment) => Experiment

/** Single weights of one network mean nothing in a network of another shape. */
const shaping = ['hidden', 'data', 'table', 'features']
const isSingle = ({ path }: Change) => /^(weights|frozen)\./.test(path)
const withoutWeights = (experiment: Experiment): Experiment => ({
  ...experiment,
  problem: { ...networkOf(experiment), weights: [] },
  runs: experiment.runs.map((run) => {
    const { weights: _, ...problem } = run.problem
    return { ...run, problem }
  }),
  changes: experiment.changes.filter((change) => !isSingle(change)),
})

export const setProblem =
  (change: Partial<NetworkProblem>): Edit =>
  (experiment) => {
    const kept = shaping.some((name) => name in change) ? withoutWeights(experiment) : experiment
    return { ...kept, problem: { ...networkOf(kept), ...change } }
  }

/** Another set comes with its defaults. */
export const setData = (kind: string): Edit => setDataset({ ...defaults(datasets[kind].parameters), kind })

/** A person's own rows in place of a set. */
export const setTable = (table: Table): Edit => setDataset({ kind: 'table' }, table)

/** How many numbers a network takes and gives on these data. */
const shapeOf = ({ inputs, task, classes }: Dataset) => [
  inputs.length,
  task === 'many classes' && classes.length,
]

/** Of points that are drawn none is held out: each is seen where it was put, and learned from. */
function sharesOf({ table }: NetworkProblem, own: Table | undefined): Partial<NetworkProblem> {
  const wasDrawn = table?.domain !== undefined
  const isDrawn = own?.domain !== undefined
  if (wasDrawn === isDrawn) return {}
  const { validation, test } = networkFields
  return isDrawn ? { validation: 0, test: 0 } : { validation: validation.default, test: test.default }
}

/** With a set comes what can be done to it: features of a plane, KL only where there are classes. */
const setDataset =
  (data: Choice, own?: Table): Edit =>
  (experiment) => {
    const before = datasetOf(networkOf(experiment))
    const chosen = { data, ...(own && { table: own }) }
    const dataset = datasetOf(chosen)
    let kept = experiment
    if (!isEqual(shapeOf(before), shapeOf(dataset))) kept = withoutWeights(kept)
    // What moves the points of a plane does not suit an image.
    const isAlike = before.inputs.length === dataset.inputs.length && isEqual(before.image, dataset.image)
    if (!isAlike) kept = without(kept, 'augmentation', { kind: 'none' })
    if (dataset.task === 'regression') kept = without(kept, 'divergence', 'l2')
    if (own?.domain) kept = without(kept, 'patience', 0)
    const { table: _, ...rest } = networkOf(kept)
    const { features: seen, labelNoise } = rest
    const planar = seen.length > 0 ? seen : ['x1', 'x2']
    const problem: NetworkProblem = {
      ...rest,
      ...chosen,
      features: dataset.inputs.length === 2 ? planar : [],
      labelNoise: dataset.task === 'regression' ? 0 : labelNoise,
      ...sharesOf(networkOf(experiment), own),
    }
    return { ...kept, problem }
  }

/** The experiment with one value of a trick for all runs, which are not to have or get one of their own. */
const without = <K extends keyof Tricks>(
  experiment: Experiment,
  name: K,
  value: NetworkProblem[K],
): Experiment => ({
  ...experiment,
  problem: { ...networkOf(experiment), [name]: value },
  runs: experiment.runs.map((run) => {
    const { [name]: _, ...problem } = run.problem
    return { ...run, problem }
  }),
  changes: experiment.changes.filter(({ path }) => path !== `problem.${name}`),
})

export const setDataParameter =
  (name: string, value: number): Edit =>
  (experiment) =>
    setProblem({ data: { ...networkOf(experiment).data, [name]: value } })(experiment)

/** What of a point of the plane the network is given, in the order of the list. */
export const setFeature =
  (id: string, on: boolean): Edit =>
  (experiment) => {
    const { features: seen } = networkOf(experiment)
    return setProblem({
      features: Object.keys(features).filter((one) => (one === id ? on : seen.includes(one))),
    })(experiment)
  }

/** The layers as a whole, units of each. */
export const setHidden = (hidden: readonly number[]): Edit => setProblem({ hidden })

const isEqual = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
const byStep = (a: Change, b: Change) => a.step - b.step

/**
 * Sets a field of all runs from `step` on. At step 0 it is the experiment's own; later it is a change, in place of one
 * that was made at the same step. Nothing is cut: later changes stay as they are.
 */
export const setFrom =
  (step: number, path: string, value: unknown): Edit =>
  (experiment) => {
    const rest = experiment.changes.filter(
      (change) => !(change.path === path && change.step === step && change.run === undefined),
    )
    if (step === 0) return setAtStart({ ...experiment, changes: rest }, path, value)
    const undone = { ...experiment, changes: rest }
    // Back to what was there before: no change at all.
    if (isEqual(sharedAt(undone, path, step), value)) return undone
    return { ...experiment, changes: [...rest, { step, path, value }].sort(byStep) }
  }

function setAtStart(experiment: Experiment, path: string, value: unknown): Experiment {
  const [field, name] = path.split('.')
  if (field === 'problem') return setProblem({ [name]: value })(experiment)
  return { ...experiment, runs: experiment.runs.map((run) => ({ ...run, [field]: value })) }
}

/** What was switched last on the timeline, of whatever kind: one change, or an optimizer and what came with it. */
export function lastSwitch({ changes }: Experiment): readonly Change[] {
  const last = changes.at(-1)
  const isBeside = ({ step, run }: Change) => step === last?.step && run === last.run
  const beside = changes.filter(
    (change) => isBeside(change) && /^(optimizer|hyperparameters\.)/.test(change.path),
  )
  const isOfOptimizer = last && beside.includes(last) && beside.some(({ path }) => path === 'optimizer')
  return isOfOptimizer ? beside : last ? [last] : []
}

export const undoSwitch: Edit = (experiment) => {
  const last = lastSwitch(experiment)
  return { ...experiment, changes: experiment.changes.filter((change) => !last.includes(change)) }
}
