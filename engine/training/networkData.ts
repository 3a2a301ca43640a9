import {
  type Augmenter,
  type Batches,
  createAugmenter,
  createBatches,
  datasetOf,
  type Prepared,
  prepare,
} from '../datasets/index.ts'
import type { Choice, NetworkProblem } from '../experiment/experiment.ts'
import type { Data } from '../network/index.ts'

/** The bytes of files that data sets are read from, by path: whoever runs an experiment brings them. */
export type Files = Readonly<Record<string, Uint8Array>>

/** The data of the problem that was prepared last for it: runs that are revisited need not prepare them again. */
const prepared = new WeakMap<NetworkProblem, { seed: number; data: Prepared }>()

export function dataOf(problem: NetworkProblem, seed: number, files: Files): Prepared {
  const known = prepared.get(problem)
  if (known?.seed === seed) return known.data
  const { kind: _, ...parameters } = problem.data
  const dataset = datasetOf(problem)
  const { validation, test, labelNoise, features } = problem
  const file = dataset.file && files[dataset.file.path]
  const data = prepare({ dataset, parameters, features, validation, test, labelNoise }, seed, file)
  prepared.set(problem, { seed, data })
  return data
}

/** Which examples update k sees, and as what: the same for every run that asks. */
export interface Feed {
  batches: Batches
  /** The examples, of which `rows` are ready for update `k`. */
  examples: (augmentation: Choice, rows: Int32Array, k: number) => Data
}

export function createFeed({ batch, order }: NetworkProblem, seed: number, data: Prepared): Feed {
  const augmenters = new Map<Choice, Augmenter & { ready: number }>()
  const augmenterOf = (choice: Choice) => {
    let augmenter = augmenters.get(choice)
    if (!augmenter) {
      augmenter = { ...createAugmenter(data, data.train, [choice], seed), ready: 0 }
      augmenters.set(choice, augmenter)
    }
    return augmenter
  }
  return {
    batches: createBatches(data.train, batch, order, seed),
    examples(augmentation, rows, k) {
      if (augmentation.kind === 'none') return data.train
      const augmenter = augmenterOf(augmentation)
      if (augmenter.ready !== k) augmenter.augment(rows, k)
      augmenter.ready = k
      return augmenter.data
    },
  }
}
