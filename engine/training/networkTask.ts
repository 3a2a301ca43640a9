import type { Experiment, NetworkProblem, Run, Tricks } from '../experiment/experiment.ts'
import { networkOf } from '../experiment/kinds.ts'
import { parameterCount } from '../network/index.ts'
import { createFeed, dataOf, type Files } from './networkData.ts'
import { type Common, networkTrainee } from './networkTrainee.ts'
import { architectureOf } from './shape.ts'
import type { Task } from './trainee.ts'

/** Networks are measured this often at most, whatever the number of steps. */
const EVALUATIONS = 400

/** Nanoseconds of an update on a surface, row and all. */
const SURFACE_UPDATE = 600

const tricksOf = (problem: NetworkProblem, run: Run): Tricks => ({ ...problem, ...run.problem })

/** Runs that train networks: the same data, batches, masks and first weights for all, each from its own stream. */
export function networkTask(experiment: Experiment, files: Files): Task {
  const { seed, steps } = experiment
  const problem = networkOf(experiment)
  const data = dataOf(problem, seed, files)
  const feed = createFeed(problem, seed, data)
  const interval = Math.max(1, Math.ceil(steps / EVALUATIONS))
  const common: Common = { seed, steps, interval, data, feed }

  return {
    cost(run) {
      const architecture = architectureOf(data, tricksOf(problem, run))
      const weights = parameterCount(architecture)
      const units = architecture.layers.reduce((sum, layer) => sum + layer.units, 0)
      const trained = feed.batches.largest
      const measured = (data.train.count + data.validation.count) / interval
      // Nanoseconds, as measured: for each weight, and for each example and unit.
      const work = weights * (10 + trained + 0.35 * measured) + (8 * units + 40) * (trained + measured)
      return Math.max(1, work / SURFACE_UPDATE)
    },
    trainee: (run, done, from) => networkTrainee(common, (next) => tricksOf(problem, next), run, done, from),
  }
}
