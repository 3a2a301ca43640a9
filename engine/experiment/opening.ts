import type { Experiment } from './experiment.ts'
import { parseExperiment } from './parse.ts'
import { issueText } from './reader.ts'

/** What the lab opens with: five rules in a ravine 50 times as steep across as along. */
export const defaultExperiment = {
  version: 1,
  seed: 1,
  problem: { kind: 'surface', surface: 'ravine', parameters: { kappa: 50 }, start: [-5, 2] },
  steps: 60,
  runs: [
    { optimizer: 'sgd', hyperparameters: { learningRate: 0.038 } },
    { optimizer: 'momentum', hyperparameters: { learningRate: 0.01, momentum: 0.9 } },
    { optimizer: 'rmsprop', hyperparameters: { learningRate: 0.1, decay: 0.9 } },
    { optimizer: 'adam', hyperparameters: { learningRate: 0.2 } },
    { optimizer: 'sign', hyperparameters: { learningRate: 0.1 } },
  ],
}

/** An input that is known to be right. */
export function parsed(input: unknown): Experiment {
  const result = parseExperiment(input)
  if (!result.ok) throw new Error(result.issues.map(issueText).join('\n'))
  return result.experiment
}

/** `defaultExperiment` as an experiment. Parsed when it is asked for, not when this module is loaded. */
export const opening = (): Experiment => parsed(defaultExperiment)
