import type { Dataset } from '../dataset.ts'
import { augmentations } from '../datasets/index.ts'
import { initializers } from '../network/index.ts'
import { limits, type Tricks } from './experiment.ts'
import { batchNormFields, dropoutFields, layersLimit, networkFields, openingLayers } from './networkFields.ts'
import { oneOf } from './nearest.ts'
import { type Reader, readList, readNumber, readParameter, readParameters } from './reader.ts'
import { readChoice } from './run.ts'

/** What tricks are judged by; the data set is `undefined` where its name is not known. */
export interface Basis {
  dataset: Dataset | undefined
  validation: number
}

function readHidden(reader: Reader): number[] {
  if (reader.value === undefined) return [...openingLayers]
  return readList(reader, layersLimit, 'hidden layers', (item) => {
    if (item.value === undefined) item.fail('a number of units')
    return readNumber(item, networkFields.units)
  })
}

/** KL compares probabilities of classes; a real target has none. */
function readDivergence(reader: Reader, { dataset }: Basis): Tricks['divergence'] {
  const isRegression = dataset?.task === 'regression'
  if (isRegression && reader.value === undefined) return 'l2'
  if (isRegression && reader.value === 'kl') reader.fail(`l2: ${dataset.id} has no classes for kl to compare`)
  return readParameter(reader, networkFields.divergence) as Tricks['divergence']
}

function readAugmentation(reader: Reader, { dataset }: Basis): Tricks['augmentation'] {
  const augmentation = readChoice(reader, augmentations)
  // One that is not known has its issue already.
  if (!dataset || augmentation.kind === '' || augmentations[augmentation.kind].suits(dataset))
    return augmentation
  const suitable = Object.values(augmentations).filter(({ suits }) => suits(dataset))
  reader.at('kind').fail(`${oneOf(suitable.map(({ id }) => id))}, which ${dataset.id} can take`)
  return augmentation
}

/** Without rows held out there is nothing to be patient about. */
function readPatience(reader: Reader, { validation }: Basis): number {
  const patience = readNumber(reader, networkFields.patience)
  if (patience > 0 && validation === 0) reader.fail('0 where no rows are held out for validation')
  return patience
}

/** How many there are is judged once the network is known: see `networkWeights.ts`. */
const readWeights = (reader: Reader): number[] =>
  readList(reader, limits.weights, 'weights', (item) => {
    if (item.value === undefined) item.fail('a number')
    return readNumber(item, networkFields.weight)
  })

/** How each trick is read; where there is nothing, its default. */
export const tricks: { [K in keyof Tricks]: (reader: Reader, basis: Basis) => Tricks[K] } = {
  hidden: readHidden,
  activation: (reader) => readParameter(reader, networkFields.activation) as string,
  initializer: (reader) => readChoice(reader, initializers),
  weights: readWeights,
  divergence: readDivergence,
  l2: (reader) => readNumber(reader, networkFields.l2),
  l1: (reader) => readNumber(reader, networkFields.l1),
  batchNorm: (reader) => readParameters(reader, batchNormFields) as unknown as Tricks['batchNorm'],
  dropout: (reader) => readParameters(reader, dropoutFields) as unknown as Tricks['dropout'],
  augmentation: readAugmentation,
  patience: readPatience,
}

/** With these a network begins; the others may be switched while it trains. */
export const fixedTricks: readonly string[] = ['hidden', 'activation', 'initializer', 'weights', 'divergence']
