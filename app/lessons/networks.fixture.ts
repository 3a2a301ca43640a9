/** What the proofs need of networks. */
import { createAugmenter, datasets, type Examples, type Prepared } from '../../engine/datasets/index.ts'
import { fileOf } from '../../engine/datasets/datasets.fixture.ts'
import { networkOf } from '../../engine/experiment/kinds.ts'
import {
  configure,
  createNetwork,
  type Network,
  predict,
  releaseNetwork,
} from '../../engine/network/index.ts'
import { dataOf, type Files } from '../../engine/training/networkData.ts'
import { meanLaplacian } from '../../engine/training/roughness.ts'
import { createRunner, type Runner } from '../../engine/training/runner.ts'
import { architectureOf, settingsOf } from '../../engine/training/shape.ts'
import { read, type Trace } from '../../engine/training/trace.ts'
import { parseText } from '../../engine/experiment/text.ts'
import type { Lesson } from './lesson.ts'
import { linkOf } from './markup.ts'

const files: Files = { [datasets.digits.file!.path]: fileOf(datasets.digits)! }

/** Trains what a figure of a lesson shows, to its end, once for each seed. */
export const trained = <T>(
  { figures }: Lesson,
  figure: string,
  seeds: readonly number[],
  task: (runner: Runner) => T,
): T[] =>
  seeds.map((seed) => {
    const mark = figure.includes('?') ? '&' : '?'
    const parsed = parseText(linkOf(figures, `${figure}${mark}seed=${seed}`))
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
    const runner = createRunner(parsed.experiment, undefined, files)
    runner.advance(parsed.experiment.steps)
    try {
      return task(runner)
    } finally {
      runner.release()
    }
  })

export const end = (channel: string) => (trace: Trace) => read(trace, channel, trace.length - 1)
/** The last value of a channel, of each run. */
export const each =
  (channel: string) =>
  ({ traces }: Runner): number[] =>
    traces.map(end(channel))

/** The network that run `i` has come to, for as long as the task takes. */
export function withNetwork<T>(
  { experiment, checkpoint }: Runner,
  i: number,
  task: (network: Network, data: Prepared) => T,
): T {
  const problem = networkOf(experiment)
  const tricks = { ...problem, ...experiment.runs[i].problem }
  const data = dataOf(problem, experiment.seed, files)
  const network = createNetwork(architectureOf(data, tricks), 1)
  configure(network, settingsOf(tricks))
  const { w, memory } = checkpoint().runs[i]
  network.w.set(w)
  network.running.set(memory.running)
  try {
    return task(network, data)
  } finally {
    releaseNetwork(network)
  }
}

/** The class of each row of outputs. */
export const classesOf = (outputs: Float64Array, width: number): number[] =>
  Array.from({ length: outputs.length / width }, (_, i) => {
    const row = outputs.subarray(i * width, (i + 1) * width)
    return width === 1 ? Number(row[0] > 0.5) : row.indexOf(Math.max(...row))
  })

export const outputsOf = (network: Network, x: Float64Array, count: number, width: number): Float64Array => {
  const out = new Float64Array(count * width)
  predict(network, x, count, out)
  return out
}

export const share = (list: readonly number[], labels: ArrayLike<number>): number =>
  list.filter((one, i) => one === labels[i]).length / list.length

export const accuracyOn = (
  network: Network,
  { outputs }: Prepared,
  { x, count, labels }: Pick<Examples, 'x' | 'count' | 'labels'>,
): number => share(classesOf(outputsOf(network, x, count, outputs), outputs), labels)

/** Examples as an augmentation shows them once. */
export function shifted(data: Prepared, examples: Examples): Examples {
  const augmenter = createAugmenter(data, examples, [{ kind: 'shift', pixels: 1 }], 77)
  augmenter.augment(
    Int32Array.from({ length: examples.count }, (_, i) => i),
    1,
  )
  return { ...examples, x: augmenter.data.x }
}

/** Mean |Laplacian| of the output on a grid of 61² points over [−2, 2]²: how rough the function is. */
export function roughness(network: Network): number {
  const side = 61
  const step = 4 / (side - 1)
  const x = new Float64Array(2 * side * side)
  for (let i = 0; i < side * side; i++) {
    x[2 * i] = -2 + step * (i % side)
    x[2 * i + 1] = -2 + step * Math.floor(i / side)
  }
  const p = outputsOf(network, x, side * side, 1)
  return meanLaplacian(p, side, 1, step)
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1]
