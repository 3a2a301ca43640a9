import type { Experiment } from '../experiment/experiment.ts'
import type { Insides, Probe } from '../training/insides.ts'
import type { Files } from '../training/networkData.ts'
import type { Checkpoint } from '../training/runner.ts'
import type { Layout, Trace } from '../training/trace.ts'

/**
 * To the engine. `id` tells experiments apart, so that what is no longer wanted is known.
 *
 * - Work: make as many more updates of every run as `work` pays for, counted in updates on a surface, but one at
 *   least, after taking up `start` when there is one; `buffers` are spent ones to use again.
 * - A probe: look into runs at a step. It waits for no more than the portion of work before it.
 * - Files that data sets are read from; they are remembered.
 */
export type Request = WorkRequest | ProbeRequest | FilesRequest

export interface WorkRequest {
  id: number
  start?: { experiment: Experiment; from?: Checkpoint }
  work: number
  buffers: ArrayBuffer[]
}
export interface ProbeRequest {
  id: number
  probe: Probe
}
interface FilesRequest {
  files: Files
}

/** From the engine: one answer to each request, for files `ready`, which it also says unasked when it starts. */
export type Response =
  | { kind: 'ready' }
  | RowsResponse
  | InsidesResponse
  | { kind: 'failed'; id: number; to: 'work' | 'probe'; message: string }

/**
 * Rows `from` up to, not including, `to` of every run that has them. `layouts`, and the `cost` of one step of all runs,
 * come with the first, `checkpoint` when there is a new one.
 */
export interface RowsResponse {
  kind: 'rows'
  id: number
  from: number
  to: number
  layouts?: Layout[]
  cost?: number
  runs: RowBlock[]
  checkpoint?: Checkpoint
}

/** What the runs asked for look like inside; nothing of an experiment that is no longer there. */
export interface InsidesResponse {
  kind: 'insides'
  id: number
  step: number
  runs: Insides[]
}

export interface RowBlock extends Pick<Trace, 'stopped' | 'finished'> {
  buffer: ArrayBuffer
  /** Rows in the buffer: fewer than asked for where the run has ended. */
  count: number
}

/** The engine's end or the page's end of the wire: a worker, or the same code in the page. */
export interface Port<Out, In> {
  post: (message: Out, transfer: ArrayBuffer[]) => void
  onMessage: (listener: (message: In) => void) => void
}
