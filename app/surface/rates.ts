/**
 * Fair rates: each optimizer at the rate that the surface's table has for it, picked from a 1-2-5 grid by its steps to
 * 1 % of the start's height. Whether a race is fair is read off its rates, never stored.
 */
import { surfaceOf } from '../../engine/experiment/kinds.ts'
import type { Experiment, Problem } from '../../engine/experiment/experiment.ts'
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
  const rates = problem.kind === 'surface' ? surfaces[problem.surface].rates(problem.parameters as never) : {}
  const rate = rates[optimizer] ?? usual
  return Math.max(min, Math.min(max, tidy(rate)))
}

const setRates = (experiment: Experiment, rate: (optimizer: string) => number): Experiment => ({
  ...experiment,
  runs: experiment.runs.map((run) => ({
    ...run,
    hyperparameters: { ...run.hyperparameters, learningRate: rate(run.optimizer) },
  })),
})

export const fairRates = (experiment: Experiment): Experiment =>
  setRates(experiment, (optimizer) => fairRate(surfaceOf(experiment), optimizer))

export const sameRate =
  (rate: number) =>
  (experiment: Experiment): Experiment =>
    setRates(experiment, () => rate)

export type RateMode = { kind: 'fair' } | { kind: 'same'; rate: number } | { kind: 'own' }

export function rateMode({ problem, runs, changes }: Experiment): RateMode {
  const rates = runs.map(({ hyperparameters }) => hyperparameters.learningRate as number)
  const isSteady = !changes.some(({ path }) => path === 'hyperparameters.learningRate')
  if (isSteady && runs.every(({ optimizer }, i) => rates[i] === fairRate(problem, optimizer)))
    return { kind: 'fair' }
  if (runs.length > 1 && rates.every((rate) => rate === rates[0])) return { kind: 'same', rate: rates[0] }
  return { kind: 'own' }
}
