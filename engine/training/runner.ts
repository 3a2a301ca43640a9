import type { Experiment } from '../experiment/experiment.ts'
import { surfaceOf } from '../experiment/kinds.ts'
import { Random } from '../random.ts'
import { poseSurface } from './surfaceObjective.ts'
import type { Trace } from './trace.ts'
import { type RunState, startTraining } from './training.ts'

/** Where all runs stand after `step` updates; plain data, so that it can be posted and kept. */
export interface Checkpoint {
  step: number
  runs: readonly RunState[]
}

export interface Runner {
  readonly experiment: Experiment
  /** One per run, in the experiment's order. Rows before the checkpoint a runner was resumed from are NaN. */
  readonly traces: readonly Trace[]
  /** Updates made so far. */
  readonly step: number
  /** Makes `n` more updates of every run in lock-step, but not more than the experiment has. */
  advance: (n: number) => void
  checkpoint: () => Checkpoint
}

/**
 * Runs an experiment, from its start or from a checkpoint of it. A step is a function of the experiment alone: what
 * was computed before, in how many calls, on which machine, leaves no trace in its bits.
 */
export function createRunner(experiment: Experiment, from?: Checkpoint): Runner {
  const objective = poseSurface(surfaceOf(experiment))
  const sample = new Float64Array(objective.size)
  const random = new Random(experiment.seed, 'noise')
  let sampled = -1
  /** The sample of update `k`, drawn when the first run asks for it. */
  const noise = (k: number) => {
    if (sampled !== k) {
      random.at(k)
      for (let i = 0; i < sample.length; i++) sample[i] = random.normal()
      sampled = k
    }
    return sample
  }
  let step = from?.step ?? 0
  const trainings = experiment.runs.map((run, i) =>
    startTraining(experiment, run, objective, step, from?.runs[i]),
  )
  return {
    experiment,
    traces: trainings.map(({ trace }) => trace),
    get step() {
      return step
    },
    advance(n) {
      const end = Math.min(experiment.steps, step + n)
      while (step < end) {
        step++
        for (const training of trainings) training.step(step, noise)
      }
    },
    checkpoint: () => ({ step, runs: trainings.map((training) => training.state()) }),
  }
}

/** The experiment after exactly `step` updates, its row included: replayed from the nearest checkpoint before it. */
export function revisit(experiment: Experiment, checkpoints: readonly Checkpoint[], step: number): Runner {
  const near = checkpoints.filter((one) => one.step < step).sort((a, b) => b.step - a.step)[0]
  const runner = createRunner(experiment, near)
  runner.advance(step - runner.step)
  return runner
}
