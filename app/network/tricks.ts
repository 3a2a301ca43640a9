import type { Change, Experiment, NetworkProblem, Run } from '../../engine/experiment/experiment.ts'
import { networkOf } from '../../engine/experiment/kinds.ts'
import { settingsAt } from '../surface/settings.ts'

/** A run as the update after `step` is made with it: a switch acts from the step at which it was pressed. */
export const runAt = (experiment: Experiment, run: Run, step: number): Run =>
  settingsAt(experiment, run, step + 1)

/** The problem of a run as the update after `step` is made with it. */
export const tricksAt = (experiment: Experiment, run: Run, step: number): NetworkProblem => ({
  ...networkOf(experiment),
  ...(runAt(experiment, run, step).problem as Partial<NetworkProblem>),
})

/**
 * Words for a panel of updates that are made with a trick, while the cursor stands before the first of them: what was
 * switched on just now acts from the next step.
 */
export function notYet(
  experiment: Experiment,
  run: Run,
  step: number,
  uses: (problem: NetworkProblem) => boolean,
): string | undefined {
  if (!uses(tricksAt(experiment, run, step))) return undefined
  if (step > 0 && uses(tricksAt(experiment, run, step - 1))) return undefined
  return `From here on: the first update\nwith it is that of step ${step + 1}.`
}

/** The last change of a path for all runs that acts at `step`. */
export const sharedChange = ({ changes }: Experiment, path: string, step: number): Change | undefined =>
  changes.findLast((change) => change.path === path && change.run === undefined && change.step <= step)

/** What all runs share of a field, `problem.batchNorm` or `clipping`, at a step: what a switch shows. */
export function sharedAt(experiment: Experiment, path: string, step: number): unknown {
  const change = sharedChange(experiment, path, step)
  if (change) return change.value
  const [field, name] = path.split('.')
  if (field === 'problem') return networkOf(experiment)[name as keyof NetworkProblem]
  return mostOf(experiment.runs.map((run) => run[field as keyof Run]))
}

/** What most of them are; of as many, the first. */
function mostOf(values: readonly unknown[]): unknown {
  const texts = values.map((value) => JSON.stringify(value))
  const counts = texts.map((text) => texts.filter((other) => other === text).length)
  return values[counts.indexOf(Math.max(...counts))]
}
