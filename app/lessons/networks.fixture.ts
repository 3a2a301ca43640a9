/** What the proofs need of networks. */
import { datasets } from '../../engine/datasets/index.ts'
import { fileOf } from '../../engine/datasets/datasets.fixture.ts'
import { parseText } from '../../engine/experiment/text.ts'
import type { Files } from '../../engine/training/networkData.ts'
import { createRunner, type Runner } from '../../engine/training/runner.ts'
import { read, type Trace } from '../../engine/training/trace.ts'
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

const end = (channel: string) => (trace: Trace) => read(trace, channel, trace.length - 1)
/** The last value of a channel, of each run. */
export const each =
  (channel: string) =>
  ({ traces }: Runner): number[] =>
    traces.map(end(channel))

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1]
