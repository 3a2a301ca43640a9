import type { Experiment } from '../experiment/experiment.ts'
import { nearestBefore } from './checkpoints.ts'
import type { Insides, Probe } from './insides.ts'
import type { Files } from './networkData.ts'
import { tasks } from './tasks.ts'
import type { Trace } from './trace.ts'
import { type RunState, startTraining, type Training } from './training.ts'

/** Where all runs stand after `step` updates; plain data, so that it can be posted and kept. */
export interface Checkpoint {
  step: number
  runs: readonly RunState[]
}

export interface Runner {
  readonly experiment: Experiment
  /** One per run, in the experiment's order. Rows before the checkpoint a runner was resumed from are NaN. */
  readonly traces: readonly Trace[]
  /** Those of the parameter that is followed, with a surface's channels of one coordinate; none if none is. */
  readonly followed: readonly Trace[]
  /** Updates made so far. */
  readonly step: number
  /** Makes `n` more updates of every run in lock-step, but not more than the experiment has. */
  advance: (n: number) => void
  checkpoint: () => Checkpoint
  /** Work of one step of all runs, in updates on a surface. */
  readonly cost: number
  /** What a probe asks of run `i` after the last step. */
  insides: (i: number, probe: Probe) => Partial<Insides>
  /** Gives its networks' memory back; it is of no use afterwards. */
  release: () => void
}

/**
 * How steps are made once more that another runner has recorded: networks are measured only where early stopping asks
 * for it. Of the parameter with index `follow` every step is recorded.
 */
export interface Replay {
  follow?: number | undefined
}

/**
 * Runs an experiment, from its start or from a checkpoint of it. A step is a function of the experiment alone: what
 * was computed before, in how many calls, on which machine, leaves no trace in its bits.
 */
export function createRunner(
  experiment: Experiment,
  from?: Checkpoint,
  files: Files = {},
  replay?: Replay,
): Runner {
  const { kind } = experiment.problem
  if (!Object.hasOwn(tasks, kind)) throw new Error(`a ${kind} cannot be trained here`)
  const task = tasks[kind](experiment, files, replay !== undefined)
  let step = from?.step ?? 0
  const trainings: Training[] = []
  const release = () => trainings.forEach((training) => training.release())
  try {
    for (const [i, run] of experiment.runs.entries())
      trainings.push(startTraining(experiment, run, task, step, from?.runs[i], replay?.follow))
  } catch (error) {
    release()
    throw error
  }
  return {
    experiment,
    traces: trainings.map(({ trace }) => trace),
    followed: trainings.flatMap(({ followed }) => followed ?? []),
    get step() {
      return step
    },
    advance(n) {
      const end = Math.min(experiment.steps, step + n)
      while (step < end) {
        step++
        for (const training of trainings) training.step(step)
      }
    },
    checkpoint: () => ({ step, runs: trainings.map((training) => training.state()) }),
    cost: experiment.runs.reduce((sum, run) => sum + task.cost(run), 0),
    insides: (i, probe) => trainings[i].insides(probe),
    release,
  }
}

/** The experiment after exactly `step` updates, its row included: replayed from the nearest checkpoint before it. */
export function revisit(
  experiment: Experiment,
  checkpoints: readonly Checkpoint[],
  step: number,
  files: Files = {},
): Runner {
  const runner = createRunner(experiment, nearestBefore(checkpoints, step), files)
  runner.advance(step - runner.step)
  return runner
}
