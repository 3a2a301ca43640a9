import type { Experiment, NetworkProblem, Run, Tricks } from '../experiment/experiment.ts'
import { networkOf } from '../experiment/kinds.ts'
import { type Architecture, parameterCount } from '../network/index.ts'
import { createFeed, dataOf, type Files } from './networkData.ts'
import { type Common, networkTrainee } from './networkTrainee.ts'
import { architectureOf } from './shape.ts'
import type { Task } from './trainee.ts'

/** Networks are measured this often at most, whatever the number of steps. */
const EVALUATIONS = 400

/** Nanoseconds of measuring that every step may bear, whatever it trains. */
const MEASURING = 1e6

/** Nanoseconds of an update on a surface, row and all. */
const SURFACE_UPDATE = 600

const tricksOf = (problem: NetworkProblem, run: Run): Tricks => ({ ...problem, ...run.problem })

/** Nanoseconds, as measured once. */
interface Work {
  update: number
  /** Of the loss on all examples that are measured. */
  evaluation: number
}
function estimate(architecture: Architecture, trained: number, measured: number): Work {
  const weights = parameterCount(architecture)
  const units = architecture.layers.reduce((sum, layer) => sum + layer.units, 0)
  const each = 8 * units + 40
  return {
    update: weights * (10 + trained) + each * trained,
    evaluation: (0.35 * weights + each) * measured,
  }
}

/**
 * Steps from one evaluation of a run to the next. Where measuring is dear, as on digits, it is done less often: it takes
 * a millisecond a step, or as long as the updates themselves. By estimates and not by a clock, and by the problem alone
 * and not by its runs: the rows of a run are the same on every machine and beside any other run.
 */
const intervalOf = (steps: number, { update, evaluation }: Work) =>
  Math.max(1, Math.ceil(steps / EVALUATIONS), Math.ceil(evaluation / Math.max(MEASURING, update)))

/** Runs that train networks: the same data, batches, masks and first weights for all, each from its own stream. */
export function networkTask(experiment: Experiment, files: Files, isReplay: boolean): Task {
  const { seed, steps } = experiment
  const problem = networkOf(experiment)
  const data = dataOf(problem, seed, files)
  const feed = createFeed(problem, seed, data)
  const workOf = (tricks: Tricks) => {
    const architecture = architectureOf(data, tricks)
    return estimate(architecture, feed.batches.largest, data.train.count + data.validation.count)
  }
  const interval = intervalOf(steps, workOf(problem))
  const common: Common = { seed, steps, interval, isReplay, data, feed }

  return {
    cost(run) {
      const { update, evaluation } = workOf(tricksOf(problem, run))
      return Math.max(1, (update + evaluation / interval) / SURFACE_UPDATE)
    },
    trainee: (run, done, from) => networkTrainee(common, (next) => tricksOf(problem, next), run, done, from),
  }
}
