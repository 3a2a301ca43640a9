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
import { type Table, tableDataset } from './table.ts'
import { xor } from './xor.ts'

export { augmentations, createAugmenter, type Augmenter } from './augmentations.ts'
export { type BatchOrder, createBatches, type Batches } from './batches.ts'
export { expand, features, type Feature } from './features.ts'
export { prepare, type Prepared, type Examples, type Selection, sharesComplaint } from './prepare.ts'
export {
  previewTable,
  readTable,
  type Table,
  type TableOptions,
  type TableRead,
  tableBounds,
  tableText,
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

/** What of a problem tells its data set: the name of one of the list, or rows of its own. */
interface Chosen {
  data: { kind: string }
  table?: Table
}

export const hasDataset = ({ data, table }: Chosen): boolean =>
  table !== undefined || Object.hasOwn(datasets, data.kind)

const ofTables = new WeakMap<Table, Dataset>()

/** The data set that a problem has chosen: one of the list, or its own rows, where there are any. */
export function datasetOf({ data, table }: Chosen): Dataset {
  if (!table) return datasets[data.kind]
  const known = ofTables.get(table)
  const dataset = known ?? tableDataset(table)
  ofTables.set(table, dataset)
  return dataset
}
