import { type Dataset, fileComplaint, type Range, type Rows, type Task } from '../dataset.ts'
import type { Values } from '../parameters.ts'
import { Random } from '../random.ts'
import { expand, type Feature, features } from './features.ts'
import { mislabel } from './prepare/labelNoise.ts'
import { split } from './prepare/split.ts'
import { apply, fit, type Standardization } from './prepare/standardization.ts'

export { sharesComplaint } from './prepare/split.ts'

/** Which data, and how they are made ready. */
export interface Selection {
  dataset: Dataset
  parameters: Values
  /** Ids of `features` that take the place of two inputs; data of more or fewer inputs are given as they are. */
  features: readonly string[]
  /** Shares of the rows held out; see `sharesComplaint`. */
  validation: number
  test: number
  /** Share of training labels that are wrong. */
  labelNoise: number
  /** As many wrong labels in validation; the test's are always right. */
  noisyValidation?: boolean
  /** Left out, as the set needs it. */
  standardize?: boolean
}

/** One part of the split. Targets: 0 or 1 for two classes, one-hot for many, the real number in regression. */
export interface Examples {
  count: number
  /** Rows of the set. */
  rows: Int32Array
  /** Inputs before features, standardised (N, C): what is drawn on maps, and what augmentation moves. */
  points: Float64Array
  /** What the network is given (N, inputs); `points` themselves where no features are chosen. */
  x: Float64Array
  /** Targets (N, outputs). */
  d: Float64Array
  /** The class as trained on; empty in regression. */
  labels: Int32Array
  /** 1 where the label is a wrong one. */
  wrong: Uint8Array
}

export interface Prepared {
  dataset: Dataset
  task: Task
  train: Examples
  validation: Examples
  test: Examples
  /** Names of what the network is given. */
  inputs: readonly string[]
  /** Units of the output layer. */
  outputs: number
  classes: readonly string[]
  /** Chosen features, for a map's grid; none where the inputs are given as they are. */
  features: readonly Feature[]
  /** The part of the space of `points` to be drawn, a range for each of one or two inputs; else empty. */
  domain: readonly Range[]
  /** Fitted on training rows only. */
  standardization?: { inputs: Standardization; target?: Standardization }
}

const take = (source: Float64Array, rows: Int32Array, width: number): Float64Array => {
  const taken = new Float64Array(rows.length * width)
  rows.forEach((row, i) => taken.set(source.subarray(row * width, (row + 1) * width), i * width))
  return taken
}

function targets(task: Task, labels: Int32Array, y: Float64Array, outputs: number): Float64Array {
  if (task === 'regression') return y
  if (task === 'two classes') return Float64Array.from(labels)
  const d = new Float64Array(labels.length * outputs)
  labels.forEach((label, i) => (d[i * outputs + label] = 1))
  return d
}

/** x₁ and x₂ alone are the points as they are. */
const functionsOf = (ids: readonly string[]): readonly Feature[] =>
  ids.join() === 'x1,x2' ? [] : ids.map((id) => features[id])

/** The range of each column with a margin, so that nothing lies on the edge of a map. */
function ranges(x: Float64Array, columns: number): Range[] {
  return Array.from({ length: columns }, (_, c): Range => {
    const column = x.filter((_, i) => i % columns === c)
    const low = column.reduce((a, b) => Math.min(a, b), Infinity)
    const high = column.reduce((a, b) => Math.max(a, b), -Infinity)
    const margin = 0.1 * (high - low) || 1
    return [low - margin, high + margin]
  })
}

/**
 * Data ready for a network. Every choice has its own stream of the seed: 'data' the rows, 'split' who is held out,
 * 'labels' and 'validation labels' which labels are wrong; so changing one leaves the others as they were. The bytes
 * of a set that has a file must be the right ones: `fileComplaint` says so beforehand.
 */
export function prepare(selection: Selection, seed: number, file?: Uint8Array): Prepared {
  const { dataset, parameters, validation, test, labelNoise, noisyValidation } = selection
  const { task, classes } = dataset
  const complaint = fileComplaint(dataset, file)
  if (complaint) throw new Error(complaint)

  const all = dataset.make(parameters, new Random(seed, 'data'), file)
  const parts = split(all.y.length, validation, test, new Random(seed, 'split'))
  const width = dataset.inputs.length
  const outputs = task === 'many classes' ? classes.length : 1
  const chosen = width === 2 ? functionsOf(selection.features) : []
  const standardize = selection.standardize ?? dataset.standardize
  const standardization = standardize ? standardizeRows(all, parts.train, width, task) : undefined

  const examples = (rows: Int32Array, noise: number, random: Random): Examples => {
    const points = take(all.x, rows, width)
    const y = take(all.y, rows, 1)
    const labels = task === 'regression' ? new Int32Array() : Int32Array.from(y)
    const wrong = mislabel(labels, classes.length, noise, random)
    const x = chosen.length > 0 ? new Float64Array(rows.length * chosen.length) : points
    if (chosen.length > 0) expand(points, chosen, x)
    return { count: rows.length, rows, points, x, d: targets(task, labels, y, outputs), labels, wrong }
  }
  const validationLabels = new Random(seed, 'validation labels')
  const drawable = width <= 2 && (standardize || dataset.domain.length === 0)
  return {
    dataset,
    task,
    train: examples(parts.train, labelNoise, new Random(seed, 'labels')),
    validation: examples(parts.validation, noisyValidation ? labelNoise : 0, validationLabels),
    test: examples(parts.test, 0, validationLabels),
    inputs: chosen.length > 0 ? chosen.map(({ name }) => name) : dataset.inputs,
    outputs,
    classes,
    features: chosen,
    domain: drawable ? ranges(all.x, width) : dataset.domain,
    ...(standardization && { standardization }),
  }
}

/** Standardises all rows in place by the training rows alone; in regression the target as well. */
function standardizeRows(
  { x, y }: Rows,
  train: Int32Array,
  width: number,
  task: Task,
): NonNullable<Prepared['standardization']> {
  const inputs = fit(take(x, train, width), width)
  apply(inputs, x)
  if (task !== 'regression') return { inputs }
  const target = fit(take(y, train, 1), 1)
  apply(target, y)
  return { inputs, target }
}
