/**
 * Fair rates: each optimizer at the rate that the table of the surface, or of networks, has for it, picked from a 1-2-5
 * grid by its steps to 1 % of the start's height, or by its validation loss. Whether a race is fair is read off its
 * rates, never stored.
 */
import { networkRates } from '../../engine/experiment/networkRates.ts'
import type { Change, Experiment, Problem } from '../../engine/experiment/experiment.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import type { NumberParameter } from '../../engine/parameters.ts'
import { surfaces } from '../../engine/surfaces/index.ts'

/** Four digits are enough for a rate, and short in a link. */
const tidy = (rate: number) => Number(rate.toPrecision(4))

/** The specs of the learning rate, which every optimizer has. */
export const rateSpec = (optimizer: string): NumberParameter =>
  optimizers[optimizer].parameters.learningRate as NumberParameter

export function fairRate(problem: Problem, optimizer: string): number {
  const { default: usual, min, max } = rateSpec(optimizer)
  const rates =
    problem.kind === 'surface' ? surfaces[problem.surface].rates(problem.parameters as never) : networkRates
  const rate = rates[optimizer] ?? usual
  return Math.max(min, Math.min(max, tidy(rate)))
}

const RATE = 'hyperparameters.learningRate'

/** A rate that came with another optimizer belongs to that. */
const isWithOptimizer = ({ changes }: Experiment, { step, run }: Change): boolean =>
  changes.some((one) => one.path === 'optimizer' && one.step === step && one.run === run)

/** From the start on: what was changed of them on the way is gone. */
const setRates = (experiment: Experiment, rate: (optimizer: string) => number): Experiment => ({
  ...experiment,
  changes: experiment.changes.filter((change) => change.path !== RATE || isWithOptimizer(experiment, change)),
  runs: experiment.runs.map((run) => ({
    ...run,
    hyperparameters: { ...run.hyperparameters, learningRate: rate(run.optimizer) },
  })),
})

export const fairRates = (experiment: Experiment): Experiment =>
  setRates(experiment, (optimizer) => fairRate(experiment.problem, optimizer))

export const sameRate =
  (rate: number) =>
  (experiment: Experiment): Experiment =>
    setRates(experiment, () => rate)

/** How the rates of a race came about. */
export function rateMode({ problem, runs, changes }: Experiment): 'fair' | 'same' | 'own' {
  const rates = runs.map(({ hyperparameters }) => hyperparameters.learningRate as number)
  const isSteady = !changes.some(({ path }) => path === RATE)
  if (isSteady && runs.every(({ optimizer }, i) => rates[i] === fairRate(problem, optimizer))) return 'fair'
  if (runs.length > 1 && rates.every((rate) => rate === rates[0])) return 'same'
  return 'own'
}
