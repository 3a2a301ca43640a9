import type { Dataset } from '../dataset.ts'
import { blobs3 } from './blobs3.ts'
import { bumps } from './bumps.ts'
import { chebyshev } from './chebyshev.ts'
import { circles } from './circles.ts'
import { digits } from './digits.ts'
import { gaussians } from './gaussians.ts'
import { iris } from './iris.ts'
import { moons } from './moons.ts'
import { penguins } from './penguins.ts'
import { plane } from './plane.ts'
import { sine } from './sine.ts'
import { spiral } from './spiral.ts'
import { step } from './step.ts'
import { xor } from './xor.ts'

export { augmentations, createAugmenter, type Augmenter } from './augmentations.ts'
export { type BatchOrder, createBatches, type Batches } from './batches.ts'
export { expand, features, type Feature } from './features.ts'
export { prepare, type Prepared, type Examples, type Selection, sharesComplaint } from './prepare.ts'
/** A person's own rows are no fixed set: each table makes one. */
export {
  readTable,
  type Table,
  type TableOptions,
  tableBounds,
  tableDataset,
  type TableRead,
} from './table.ts'

const list: readonly Dataset[] = [
  circles,
  moons,
  xor,
  gaussians,
  spiral,
  blobs3,
  sine,
  step,
  chebyshev,
  plane,
  bumps,
  digits,
  iris,
  penguins,
]

/** Every data set by its id, in the order in which they are offered. */
export const datasets: Readonly<Record<string, Dataset>> = Object.fromEntries(
  list.map((one) => [one.id, one]),
)

/** The data set that a problem has chosen. */
export const datasetOf = ({ data }: { data: { kind: string } }): Dataset => datasets[data.kind]
