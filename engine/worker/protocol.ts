import type { Experiment } from '../experiment/experiment.ts'
import type { Checkpoint } from '../training/runner.ts'
import type { Layout } from '../training/trace.ts'

/**
 * To the engine: make `steps` more updates of every run, after taking up `start` when there is one. `id` tells
 * experiments apart, so that rows of one that is no longer wanted are known; `buffers` are spent ones to use again.
 */
export interface Request {
  id: number
  start?: { experiment: Experiment; from?: Checkpoint }
  steps: number
  buffers: ArrayBuffer[]
}

/** From the engine: one answer to each request, and nothing unasked but `ready`. */
export type Response =
  | { kind: 'ready' }
  /** Rows `from` up to, not including, `to` of every run that has them. `layouts` come with the first. */
  | {
      kind: 'rows'
      id: number
      from: number
      to: number
      layouts?: Layout[]
      runs: RowBlock[]
      checkpoint: Checkpoint
    }
  | { kind: 'failed'; id: number; message: string }

export interface RowBlock {
  buffer: ArrayBuffer
  /** Rows in the buffer: fewer than asked for where the run has stopped. */
  count: number
  stopped: number | undefined
}

/** The engine's end or the page's end of the wire: a worker, or the same code in the page. */
export interface Port<Out, In> {
  post: (message: Out, transfer: ArrayBuffer[]) => void
  onMessage: (listener: (message: In) => void) => void
}
