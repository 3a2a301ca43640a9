import type { Experiment } from '../experiment/experiment.ts'
import type { Insides, Probe } from '../training/insides.ts'
import type { Files } from '../training/networkData.ts'
import type { Checkpoint } from '../training/runner.ts'
import { addRows, beginComputation, type Computation } from './arrival.ts'
import type { Port, Request, Response, RowsResponse, WorkRequest } from './protocol.ts'

export type { Computation }

/** The answer to a probe of `experiment`. */
export interface Look {
  readonly experiment: Experiment
  readonly step: number
  readonly runs: readonly Insides[]
}

export interface Client {
  /** Computes `experiment` to its end, in place of what was computed before. */
  compute: (experiment: Experiment) => void
  /** Asks for the insides of the runs on screen; only the newest of those that wait is answered. */
  probe: (probe: Probe) => void
  /** Brings files that data sets are read from; needed before an experiment on them. Each is sent once. */
  provide: (files: Files) => void
  /** Goes over to another port, from the last checkpoint on: the old one died. */
  reconnect: (port: Port<Request, Response>) => void
  /** Asks for nothing more to be computed until it is called with `false`. */
  rest: (isResting: boolean) => void
}

/** Updates on a surface, or as much work, asked for at a time: some 5 ms, so that nothing is kept waiting long. */
const PORTION = 8000

/**
 * The page's side of the engine. It asks for the next rows when the last have come, and for a newer experiment
 * only then as well: back-pressure without a clock, and a drag never queues more than one experiment. Probes go their
 * own way beside, one at a time: the engine takes them between two portions of rows.
 */
export function createClient(
  port: Port<Request, Response>,
  onRows: (computation: Computation) => void,
  onFailure: (message: string) => void,
  onInsides: (look: Look) => void = () => {},
): Client {
  let id = 0
  let waiting = false
  let resting = false
  /** To be started as soon as the engine is free. */
  let wanted: Experiment | undefined
  /** Started, its first rows not here yet: until they are, the old computation stays on screen. */
  let starting: Experiment | undefined
  let current: Computation | undefined
  let checkpoint: Checkpoint | undefined
  let spare: ArrayBuffer[] = []
  let files: Files = {}
  /** The probe that is under way, and the newest that waits for it. */
  let asked: Probe | undefined
  let next: Probe | undefined

  function ask(start?: WorkRequest['start']) {
    const buffers = spare
    spare = []
    waiting = true
    port.post({ id, work: PORTION, buffers, ...(start && { start }) }, buffers)
  }

  function start(experiment: Experiment, from?: Checkpoint) {
    id++
    ask({ experiment, ...(from && { from }) })
  }

  function proceed() {
    waiting = false
    if (resting) return
    if (wanted) {
      starting = wanted
      wanted = undefined
      start(starting)
    } else if (current && current.step < current.experiment.steps) ask()
  }

  /** Sends the probe that waits, unless one is under way or what it looks into is about to be replaced. */
  function look() {
    if (asked || !next || !current || starting) return
    asked = next
    next = undefined
    port.post({ id, probe: asked }, [])
  }

  function take(rows: RowsResponse) {
    if (starting && rows.layouts) {
      current = beginComputation(starting, rows.layouts)
      starting = checkpoint = undefined
    }
    if (!current) return
    addRows(current, rows)
    checkpoint = rows.checkpoint ?? checkpoint
    onRows(current)
  }

  function fail(message: Response & { kind: 'failed' }) {
    if (message.to === 'work' && message.id === id) {
      waiting = false
      starting = undefined
    }
    if (message.id === id) onFailure(message.message)
  }

  function receive(message: Response) {
    if (message.kind === 'insides' || (message.kind === 'failed' && message.to === 'probe')) {
      asked = undefined
      if (message.kind === 'failed') fail(message)
      else if (message.id === id && current)
        onInsides({ experiment: current.experiment, step: message.step, runs: message.runs })
    } else if (message.kind === 'failed') fail(message)
    else if (message.kind === 'rows' && message.id === id) {
      take(message)
      spare.push(...message.runs.map(({ buffer }) => buffer))
      proceed()
    }
    look()
  }

  port.onMessage(receive)
  return {
    compute(experiment) {
      wanted = experiment
      if (!waiting) proceed()
    },
    probe(probe) {
      next = probe
      look()
    },
    provide(brought) {
      const more = Object.fromEntries(Object.entries(brought).filter(([path]) => !(path in files)))
      if (Object.keys(more).length === 0) return
      files = { ...files, ...more }
      port.post({ files: more }, [])
    },
    reconnect(other) {
      port = other
      port.onMessage(receive)
      spare = []
      next ??= asked
      asked = undefined
      if (Object.keys(files).length > 0) port.post({ files }, [])
      if (wanted || starting) {
        wanted ??= starting
        proceed()
      } else if (current) start(current.experiment, checkpoint)
      look()
    },
    rest(isResting) {
      resting = isResting
      if (!waiting) proceed()
    },
  }
}
