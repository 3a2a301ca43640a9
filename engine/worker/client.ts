import type { Experiment } from '../experiment/experiment.ts'
import type { Checkpoint } from '../training/runner.ts'
import { makeTrace, reserve, type Trace } from '../training/trace.ts'
import type { Port, Request, Response } from './protocol.ts'

/** One experiment as far as it has been computed. Traces grow in place; a new experiment makes new ones. */
export interface Computation {
  readonly experiment: Experiment
  /** One per run, in the experiment's order. */
  readonly traces: readonly Trace[]
  /** The last step of which all rows are here. */
  step: number
}

export interface Client {
  /** Computes `experiment` to its end, in place of what was computed before. */
  compute: (experiment: Experiment) => void
  /** Goes over to another port, from the last checkpoint on: the old one died. */
  reconnect: (port: Port<Request, Response>) => void
}

/** Run-steps asked for at a time: some 5 ms of work, so that a new experiment is never kept waiting long. */
const PORTION = 8000

/**
 * The page's side of the engine. It asks for the next rows when the last have come, and for a newer experiment
 * only then as well: back-pressure without a clock, and a drag never queues more than one experiment.
 */
export function createClient(
  port: Port<Request, Response>,
  onRows: (computation: Computation) => void,
  onFailure: (message: string) => void,
): Client {
  let id = 0
  let waiting = false
  /** To be started as soon as the engine is free. */
  let wanted: Experiment | undefined
  /** Started, its first rows not here yet: until they are, the old computation stays on screen. */
  let starting: Experiment | undefined
  let current: Computation | undefined
  let checkpoint: Checkpoint | undefined
  let spare: ArrayBuffer[] = []

  function ask(experiment: Experiment, start?: Request['start']) {
    const steps = Math.max(1, Math.floor(PORTION / Math.max(1, experiment.runs.length)))
    const buffers = spare
    spare = []
    waiting = true
    port.post({ id, steps, buffers, ...(start && { start }) }, buffers)
  }

  function start(experiment: Experiment, from?: Checkpoint) {
    id++
    ask(experiment, { experiment, ...(from && { from }) })
  }

  function proceed() {
    waiting = false
    if (wanted) {
      starting = wanted
      wanted = undefined
      start(starting)
    } else if (current && current.step < current.experiment.steps) ask(current.experiment)
  }

  function take(rows: Response & { kind: 'rows' }) {
    if (starting && rows.layouts) {
      const capacity = starting.steps + 1
      const traces = rows.layouts.map((layout) => makeTrace(layout, capacity))
      current = { experiment: starting, traces, step: -1 }
      starting = undefined
    }
    if (!current) return
    for (const [run, { buffer, count, stopped }] of rows.runs.entries()) {
      const trace = current.traces[run]
      const { stride } = trace.layout
      reserve(trace, rows.from + count)
      trace.rows.set(new Float64Array(buffer, 0, count * stride), rows.from * stride)
      if (count > 0) trace.length = rows.from + count
      trace.stopped = stopped
    }
    current.step = rows.to - 1
    checkpoint = rows.checkpoint
    onRows(current)
  }

  function receive(message: Response) {
    if (message.kind === 'ready' || message.id !== id) return
    if (message.kind === 'failed') {
      waiting = false
      starting = undefined
      onFailure(message.message)
      return
    }
    take(message)
    spare.push(...message.runs.map(({ buffer }) => buffer))
    proceed()
  }

  port.onMessage(receive)
  return {
    compute(experiment) {
      wanted = experiment
      if (!waiting) proceed()
    },
    reconnect(other) {
      port = other
      port.onMessage(receive)
      spare = []
      if (wanted || starting) {
        wanted ??= starting
        proceed()
      } else if (current) start(current.experiment, checkpoint)
    },
  }
}
