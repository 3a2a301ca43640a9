import { applyChange } from '../experiment/applyChange.ts'
import type { Change, Experiment, Run } from '../experiment/experiment.ts'
import type { Optimizer } from '../optimizer.ts'
import { optimizers } from '../optimizers/index.ts'

/** Every optimizer the run will have used by its end: the first, and those it is switched to. */
export function optimizersOf(run: Run, changes: readonly Change[]): Optimizer[] {
  const used = [optimizers[run.optimizer]]
  for (const change of changes) used.push(optimizers[(run = applyChange(run, change)).optimizer])
  return used
}

/** The run with all of the problem for its own, so that a change finds what it changes a part of. */
export const withProblem = ({ problem }: Experiment, run: Run): Run => ({
  ...run,
  problem: { ...problem, ...run.problem } as Run['problem'],
})
