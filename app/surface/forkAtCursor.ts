import type { Lab } from '../lab/lab.ts'
import { forkRun } from './runEdits.ts'

/** Forks a run where the cursor is; the twin comes to the front. */
export function forkAtCursor(lab: Lab, id: string, path: string, value: unknown): void {
  const { step, experiment } = lab.getState()
  const at = experiment.runs.findIndex((run) => run.id === id)
  lab.edit(forkRun(id, { step, path, value }))
  const { runs } = lab.getState().experiment
  if (runs.length > experiment.runs.length) lab.setView({ focus: runs[at + 1].id })
}
