import type { Experiment } from '../experiment/experiment.ts'
import { type Layout, makeTrace, reserve, type Trace } from '../training/trace.ts'
import type { RowsResponse } from './protocol.ts'

/** One experiment as far as it has been computed. Traces grow in place; a new experiment makes new ones. */
export interface Computation {
  readonly experiment: Experiment
  /** One per run, in the experiment's order. */
  readonly traces: readonly Trace[]
  /** The last step of which all rows are here. */
  step: number
}

/** Nothing is here yet but room. */
export const beginComputation = (experiment: Experiment, layouts: readonly Layout[]): Computation => ({
  experiment,
  traces: layouts.map((layout) => makeTrace(layout, experiment.steps + 1)),
  step: -1,
})

/** Puts rows in their places. After a reconnection, rows that are here already come once more: the same ones. */
export function addRows(computation: Computation, { runs, from, to }: RowsResponse): void {
  for (const [run, { buffer, count, stopped, finished }] of runs.entries()) {
    const trace = computation.traces[run]
    const { stride } = trace.layout
    reserve(trace, from + count)
    trace.rows.set(new Float64Array(buffer, 0, count * stride), from * stride)
    if (count > 0) trace.length = Math.max(trace.length, from + count)
    trace.stopped ??= stopped
    trace.finished ??= finished
  }
  computation.step = Math.max(computation.step, to - 1)
}
