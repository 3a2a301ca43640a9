import { applyChange } from '../../engine/experiment/applyChange.ts'
import type { Experiment, Run } from '../../engine/experiment/experiment.ts'

/** The run as update `k` is made with it: after the changes of the steps before. */
export const settingsAt = ({ changes }: Pick<Experiment, 'changes'>, run: Run, k: number): Run =>
  changes.filter(({ step }) => step < k).reduce(applyChange, run)
