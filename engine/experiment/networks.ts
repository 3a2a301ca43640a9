/**
 * Networks join the kinds of problem that are read and written. Whatever meets them imports this; a page that only
 * races on surfaces does without them, their data sets and their memory.
 */
import type { Experiment } from './experiment.ts'
import { networkRates } from './networkRates.ts'
import { networkKind } from './networkProblem.ts'
import { networkText } from './networkText.ts'
import { parsed } from './opening.ts'
import { problems } from './problems.ts'
import { problemTexts } from './text.ts'

problems.network = networkKind
problemTexts.network = networkText

/** What the network lab opens with: four rules teach the default network to tell circles apart, each at its fair rate. */
const networkExperiment = {
  version: 1,
  seed: 1,
  problem: { kind: 'network', data: { kind: 'circles' } },
  steps: 400,
  runs: ['sgd', 'momentum', 'rmsprop', 'adam'].map((optimizer) => ({
    optimizer,
    hyperparameters: { learningRate: networkRates[optimizer] },
  })),
}

export const networkOpening = (): Experiment => parsed(networkExperiment)
