import { read } from '../../engine/training/trace.ts'
import type { LabState } from '../lab/lab.ts'
import type { Table } from './messages.ts'

/** The loss of every run at every step that has been computed, whole and at full precision. */
export function tableOf({ computation }: LabState): Table {
  const { experiment, traces, step } = computation ?? { experiment: { runs: [] }, traces: [], step: -1 }
  const finite = (value: number) => (Number.isFinite(value) ? value : null)
  return {
    columns: ['step', ...experiment.runs.map(({ id }) => `loss ${id}`)],
    rows: Array.from({ length: step + 1 }, (_, k) => [
      k,
      ...traces.map((trace) => finite(read(trace, 'loss', k))),
    ]),
  }
}
