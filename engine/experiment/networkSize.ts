import { datasetOf } from '../datasets/index.ts'
import { type Architecture, parameterCount, regionSize } from '../network/index.ts'
import { type Experiment, limits, type NetworkProblem, type OwnProblem } from './experiment.ts'
import type { Reader } from './reader.ts'

/** The network of a run at its largest: batch norm may be switched on in every layer. */
function largestNetwork(problem: NetworkProblem, own: OwnProblem): Architecture {
  const { inputs, task, classes } = datasetOf(problem)
  const layer = (units: number) => ({ units, activation: 'linear', batchNorm: true })
  const outputs = task === 'many classes' ? classes.length : 1
  return {
    inputs: problem.features.length || inputs.length,
    layers: [...(own.hidden ?? problem.hidden), outputs].map(layer),
    divergence: 'l2',
  }
}

/** Rows that are trained on at a time, at most: one that is left over joins the last batch. */
function batchRows({ data, table, validation, test, batch }: NetworkProblem): number {
  const count = table?.rows.length ?? (data.count as number)
  const rows = Math.ceil(count * (1 - validation - test))
  return batch === 0 ? rows : Math.min(batch + 1, rows)
}

/** Keeps what a link asks of a machine to what one has: room for all networks at once, and an end in sight. */
export function boundNetworks({ runs, steps }: Experiment, problem: NetworkProblem, reader: Reader): void {
  const rows = batchRows(problem)
  const networks = runs.map((run) => largestNetwork(problem, run.problem))
  const numbers = networks.reduce((sum, network) => sum + regionSize(network, rows), 0)
  if (numbers > limits.numbers)
    reader
      .at('runs')
      .fail(
        `at most ${limits.numbers}: fewer runs, fewer units or a smaller batch`,
        `${numbers} numbers in networks and their batches of ${rows}`,
      )
  const weights = networks.reduce((sum, network) => sum + parameterCount(network), 0)
  if (steps * rows * weights > limits.products)
    reader
      .at('steps')
      .fail(
        `at most ${limits.products}: fewer steps, runs or units, or a smaller batch`,
        `${steps * rows * weights} products in all, of ${steps} steps, ${rows} rows and ${weights} weights`,
      )
}
