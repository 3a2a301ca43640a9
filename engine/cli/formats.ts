import { fingerprint } from '../training/fingerprint.ts'
import { createRunner } from '../training/runner.ts'
import type { Experiment } from '../experiment/experiment.ts'
import type { Files } from '../training/networkData.ts'
import { receiptOf } from '../receipt/receipt.ts'
import { recordsOf, type StepRecord } from './records.ts'

/** How the numbers of an experiment are written, line by line, in full precision. */
export type Format = (experiment: Experiment, every: number, files: Files) => Iterable<string>

/** The experiment with all its defaults, then an object a record. */
function* jsonl(experiment: Experiment, every: number, files: Files): Iterable<string> {
  const { columns, records } = recordsOf(experiment, every, files)
  yield JSON.stringify(experiment)
  for (const { run, step, values } of records) {
    const fields = values
      ? Object.fromEntries(columns.map(({ name }, i) => [name, values[i]]))
      : { diverged: true }
    yield JSON.stringify({ run, step, ...fields })
  }
}

/** A header and a row a record; lists have a column for each of their numbers: `parameters.0`, `parameters.1`. */
function* csv(experiment: Experiment, every: number, files: Files): Iterable<string> {
  const { columns, records } = recordsOf(experiment, every, files)
  const names = columns.flatMap(({ name, length }) =>
    length > 0 ? Array.from({ length }, (_, i) => `${name}.${i}`) : [name],
  )
  yield ['run', 'step', ...names, 'diverged'].join(',')
  const cells = ({ values }: StepRecord) =>
    columns.flatMap(({ length }, i) => {
      const value = values?.[i]
      return Array.from({ length: length || 1 }, (_, j) => (Array.isArray(value) ? value[j] : value) ?? '')
    })
  for (const record of records) {
    yield [record.run, record.step, ...cells(record), record.values ? '' : 'true'].join(',')
  }
}

/** The hash of every bit of the trajectories, as the page shows it. */
function* hash(experiment: Experiment, _: number, files: Files): Iterable<string> {
  const runner = createRunner(experiment, undefined, files)
  runner.advance(experiment.steps)
  yield fingerprint(runner.traces)
}

/** A Python script that runs the experiment again and prints how far it is from this engine. */
function* receipt(experiment: Experiment, _: number, files: Files): Iterable<string> {
  yield receiptOf(experiment, files).trimEnd()
}

export const formats: Readonly<Record<string, Format>> = { jsonl, csv, fingerprint: hash, receipt }
