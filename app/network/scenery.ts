import { files } from '../lab/files.ts'
import { datasetOf, type Examples, prepare, type Prepared, type Table } from '../../engine/datasets/index.ts'
import type { NetworkProblem } from '../../engine/experiment/experiment.ts'

/** What the panels need to know of the data. */
export interface Scenery extends Pick<
  Prepared,
  'dataset' | 'task' | 'classes' | 'inputs' | 'domain' | 'outputs'
> {
  /** Missing until the file that they are read from is there. */
  points: { train: Examples; validation: Examples } | undefined
}

/** The data that all runs share, as they are drawn. */
export function sceneryOf(problem: NetworkProblem, seed: number): Scenery {
  const dataset = datasetOf(problem)
  const { task, classes, inputs, domain, file } = dataset
  const outputs = task === 'many classes' ? classes.length : 1
  const bytes = file && files[file.path]
  if (file && !bytes) return { dataset, task, classes, inputs, domain, outputs, points: undefined }
  const { features, validation, test, labelNoise } = problem
  const made = prepare(
    { dataset, parameters: problem.data, features, validation, test, labelNoise },
    seed,
    bytes,
  )
  return { ...made, points: { train: made.train, validation: made.validation } }
}

/** What scenery depends on, as text: other settings of a problem leave the data as they are. */
export const sceneryKey = (
  { data, table, features, validation, test, labelNoise }: NetworkProblem,
  seed: number,
) => JSON.stringify([data, table ? numberOf(table) : 0, features, validation, test, labelNoise, seed])

/** Tables by number: they never change, and are too long to be compared. */
const numbers = new WeakMap<Table, number>()
let last = 0
function numberOf(table: Table): number {
  const number = numbers.get(table) ?? ++last
  numbers.set(table, number)
  return number
}

/** What a network of these data takes in and gives out, without the data. */
export function shapeOf(problem: NetworkProblem): Pick<Scenery, 'inputs' | 'outputs' | 'task'> {
  const { task, classes, inputs } = datasetOf(problem)
  const { features } = problem
  const seen = features.length > 0 ? features : inputs
  return { task, inputs: [...seen], outputs: task === 'many classes' ? classes.length : 1 }
}
