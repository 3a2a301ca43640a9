import { datasetOf, hasDataset } from '../datasets/index.ts'
import { type Architecture, parameterCount } from '../network/index.ts'
import type { Experiment, NetworkProblem, OwnProblem, Run } from './experiment.ts'
import { networkFields } from './networkFields.ts'
import type { Single } from './problemKind.ts'
import { type Reader, readNumber, readParameter } from './reader.ts'

/** How many parameters the network of a run has: its W and b, and all that it may have with batch norm on. */
function weightCounts(problem: NetworkProblem, own: OwnProblem): { plain: number; all: number } {
  // The network of a data set that is not known cannot be judged.
  if (!hasDataset(problem)) return { plain: Infinity, all: Infinity }
  const { inputs, task, classes } = datasetOf(problem)
  const hidden = own.hidden ?? problem.hidden
  const count = (batchNorm: boolean) => {
    const architecture: Architecture = {
      inputs: problem.features.length || inputs.length,
      layers: [
        ...hidden.map((units) => ({ units, activation: 'linear', batchNorm })),
        { units: task === 'many classes' ? classes.length : 1, activation: 'linear' },
      ],
      divergence: 'l2',
    }
    return parameterCount(architecture)
  }
  return { plain: count(false), all: count(true) }
}

const reads: Readonly<Record<string, Single['read']>> = {
  weights: (reader) => readNumber(reader, networkFields.weight),
  frozen: (reader) => readParameter(reader, networkFields.frozen),
}

/** `weights.12` or `frozen.12`, with an index that each of the runs has. */
export function singleWeight(
  path: unknown,
  problem: NetworkProblem,
  runs: readonly Run[],
): Single | undefined {
  if (typeof path !== 'string') return undefined
  const [, field, index] = /^(weights|frozen)\.(0|[1-9]\d*)$/.exec(path) ?? []
  if (!field) return undefined
  const count = Math.min(...runs.map((run) => weightCounts(problem, run.problem).all))
  const complaint = Number(index) < count ? undefined : `${field}. and an index from 0 to ${count - 1}`
  return { complaint, read: reads[field] }
}

/** Weights that are given one by one are as many as the network has, of each run that begins with them. */
export function judgeWeights({ runs }: Experiment, problem: NetworkProblem, reader: Reader): void {
  const judge = (weights: readonly number[], own: OwnProblem, at: Reader) => {
    const { plain } = weightCounts(problem, own)
    if (weights.length > 0 && weights.length !== plain)
      at.fail(`${plain} numbers, all W and b layer by layer, or none`, `a list of ${weights.length}`)
  }
  const shared = reader.at('problem').at('weights')
  if (runs.length === 0) judge(problem.weights, {}, shared)
  runs.forEach(({ problem: own }, i) => {
    if (own.weights) judge(own.weights, own, reader.at('runs').at(i).at('problem').at('weights'))
    else judge(problem.weights, own, shared)
  })
}
