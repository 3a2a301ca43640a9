import { applyChange } from '../experiment/applyChange.ts'
import type { Experiment, Run } from '../experiment/experiment.ts'
import { withProblem } from '../training/runSettings.ts'

/** A stretch of a run under the same settings: all updates after `from`. */
export interface Segment {
  from: number
  run: Run
  /** Whether its optimizer starts with nothing remembered. */
  fresh: boolean
}

/** A run as stretches, cut where something was switched. */
export function segmentsOf(experiment: Experiment, bare: Run): Segment[] {
  let run = withProblem(experiment, bare)
  const segments: Segment[] = [{ from: 0, run, fresh: true }]
  for (const change of experiment.changes) {
    if (change.run !== undefined && change.run !== bare.id) continue
    const next = applyChange(run, change)
    if (next === run) continue
    const last = segments[segments.length - 1]
    const fresh = next.optimizer !== run.optimizer
    if (last.from === change.step) Object.assign(last, { run: next, fresh: last.fresh || fresh })
    else segments.push({ from: change.step, run: next, fresh })
    run = next
  }
  return segments
}

/** The settings that every problem has, as the script reads them. */
export const settingsOfRun = ({ optimizer, hyperparameters, schedule, clipping, weightDecay }: Run) => ({
  optimizer,
  hyperparameters,
  schedule,
  clipping,
  weightDecay,
})
