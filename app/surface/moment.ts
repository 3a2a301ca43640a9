import type { Experiment, Run } from '../../engine/experiment/experiment.ts'
import type { Moment } from '../../engine/optimizer.ts'
import { read, type Trace } from '../../engine/training/trace.ts'
import { settingsAt } from './settings.ts'

/** The recorded step k of a run, as the terms of an equation read it. */
export const momentOf = (experiment: Experiment, run: Run, trace: Trace, k: number): Moment => ({
  k,
  rate: read(trace, 'rate', k),
  hyper: settingsAt(experiment, run, k).hyperparameters as Moment['hyper'],
  now: (channel, i) => read(trace, channel, k, i),
  before: (channel, i) => read(trace, channel, k - 1, i),
})
