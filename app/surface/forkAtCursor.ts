import type { Lab } from '../lab/lab.ts'
import { forkRun } from './runEdits.ts'
import { halfRate } from './runFields.ts'
import { settingsAt } from './settings.ts'

/** Forks a run where the cursor is; the twin comes to the front. */
export function forkAtCursor(lab: Lab, id: string, path: string, value: unknown): void {
  const { step, experiment } = lab.getState()
  const at = experiment.runs.findIndex((run) => run.id === id)
  lab.edit(forkRun(id, { step, path, value }))
  const { runs } = lab.getState().experiment
  if (runs.length > experiment.runs.length) lab.setView({ focus: runs[at + 1].id })
}

/** The run in front, with half its rate from here on: what the key does. */
export function forkSlower(lab: Lab): void {
  const { experiment, focus, step } = lab.getState()
  const run = experiment.runs.find(({ id }) => id === focus)
  if (!run) return
  const { learningRate } = settingsAt(experiment, run, step + 1).hyperparameters
  forkAtCursor(lab, run.id, 'hyperparameters.learningRate', halfRate(learningRate as number))
}
