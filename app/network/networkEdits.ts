/** What the controls of the Network view do to an experiment: each makes the next one, as input for the parser. */
import type { Change, Experiment, NetworkProblem } from '../../engine/experiment/experiment.ts'
import { networkOf } from '../../engine/experiment/kinds.ts'
import { datasets } from '../../engine/datasets/index.ts'
import { defaults } from '../../engine/parameters.ts'
import { sharedAt } from './tricks.ts'

export type Edit = (experiment: Experiment) => Experiment

/** Single weights of one network mean nothing in a network of another shape. */
const shaping = ['hidden', 'data', 'features']
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

/** Another set comes with its defaults, and with what can be done to it: other inputs, KL only where there are classes. */
export const setData =
  (kind: string): Edit =>
  (experiment) => {
    const { divergence, labelNoise } = networkOf(experiment)
    const { parameters, inputs, task } = datasets[kind]
    const isRegression = task === 'regression'
    return setProblem({
      data: { ...defaults(parameters), kind },
      features: inputs.length === 2 ? ['x1', 'x2'] : [],
      divergence: isRegression ? 'l2' : divergence,
      labelNoise: isRegression ? 0 : labelNoise,
      augmentation: { kind: 'none' },
    })({ ...experiment, changes: experiment.changes.filter(({ path }) => path !== 'problem.augmentation') })
  }

export const setDataParameter =
  (name: string, value: number): Edit =>
  (experiment) =>
    setProblem({ data: { ...networkOf(experiment).data, [name]: value } })(experiment)

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
    const without = { ...experiment, changes: rest }
    // Back to what was there before: no change at all.
    if (isEqual(sharedAt(without, path, step), value)) return without
    return { ...experiment, changes: [...rest, { step, path, value }].sort(byStep) }
  }

function setAtStart(experiment: Experiment, path: string, value: unknown): Experiment {
  const [field, name] = path.split('.')
  if (field === 'problem') return setProblem({ [name]: value })(experiment)
  return { ...experiment, runs: experiment.runs.map((run) => ({ ...run, [field]: value })) }
}

/** Takes the last switch back, the one of the greatest step. */
export const undoSwitch =
  (paths: readonly string[]): Edit =>
  (experiment) => {
    const last = lastSwitch(experiment, paths)
    return { ...experiment, changes: experiment.changes.filter((change) => change !== last) }
  }

export const lastSwitch = ({ changes }: Experiment, paths: readonly string[]): Change | undefined =>
  changes.findLast(({ path, run }) => run === undefined && paths.includes(path))
