import type { Change, Experiment } from '../../../engine/experiment/experiment.ts'
import { runAt } from '../tricks.ts'

type Edit = (experiment: Experiment) => Experiment

/** Puts a change of a single parameter in place of those of its step that it makes void; of all runs, those of each. */
function put(experiment: Experiment, change: Change): Experiment {
  const { step, run, path } = change
  const isVoid = (one: Change) =>
    one.path === path && one.step === step && (run === undefined || one.run === run)
  const rest = experiment.changes.filter((one) => !isVoid(one))
  return { ...experiment, changes: [...rest, change].sort((a, b) => a.step - b.step) }
}

const own = (run: string | undefined) => (run === undefined ? {} : { run })

/** Sets a parameter of a run, or of all, in the state after `step` updates; at 0 that is where it begins. */
export const setWeight =
  (step: number, run: string | undefined, index: number, value: number): Edit =>
  (experiment) =>
    put(experiment, { step, ...own(run), path: `weights.${index}`, value })

/** Whether the update after `step` leaves a parameter of a run where it is. */
export function isFrozen(experiment: Experiment, id: string, index: number, step: number): boolean {
  const run = experiment.runs.find((one) => one.id === id)
  return (run && runAt(experiment, run, step).frozen?.includes(index)) ?? false
}

/** Freezes a parameter from `step` on, or lets it go. What has no effect is not kept. */
export const freeze =
  (step: number, run: string | undefined, index: number, value: boolean): Edit =>
  (experiment) => {
    const change = { step, ...own(run), path: `frozen.${index}`, value }
    const next = put(experiment, change)
    const without = { ...next, changes: next.changes.filter((one) => one !== change) }
    const concerned = experiment.runs.filter(({ id }) => run === undefined || id === run)
    const isSo = concerned.every(({ id }) => isFrozen(without, id, index, step) === value)
    return isSo ? without : next
  }

/** What is done to a parameter by hand. */
export const changesOf = ({ changes }: Experiment, index: number): readonly Change[] =>
  changes.filter(({ path }) => path === `weights.${index}` || path === `frozen.${index}`)

/** Takes all of that back. */
export const leaveAlone =
  (index: number): Edit =>
  (experiment) => {
    const own = changesOf(experiment, index)
    return { ...experiment, changes: experiment.changes.filter((one) => !own.includes(one)) }
  }
