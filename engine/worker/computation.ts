import type { Experiment } from '../experiment/experiment.ts'
import { createCheckpoints } from '../training/checkpoints.ts'
import type { Probe } from '../training/insides.ts'
import type { Files } from '../training/networkData.ts'
import { createProber } from '../training/prober.ts'
import { type Checkpoint, createRunner } from '../training/runner.ts'
import type { Trace } from '../training/trace.ts'
import type { InsidesResponse, RowBlock, RowsResponse } from './protocol.ts'

/** Copies rows `from` up to `to` of a trace into a buffer that was handed back, or a new one. */
function block(trace: Trace, from: number, to: number, spare: ArrayBuffer[]): RowBlock {
  const { layout, length, stopped, finished } = trace
  const { stride } = layout
  const count = Math.max(0, Math.min(to, length) - from)
  const bytes = count * stride * 8
  const fits = spare.findIndex((buffer) => buffer.byteLength >= bytes)
  const buffer = fits < 0 ? new ArrayBuffer(bytes) : spare.splice(fits, 1)[0]
  new Float64Array(buffer, 0, count * stride).set(trace.rows.subarray(from * stride, (from + count) * stride))
  return { buffer, count, stopped, finished }
}

/** One experiment in the engine: its runs, its checkpoints, and a look into any step. */
export function createComputation(
  id: number,
  experiment: Experiment,
  from: Checkpoint | undefined,
  files: Files,
) {
  const runner = createRunner(experiment, from, files)
  const checkpoints = createCheckpoints(experiment.steps)
  if (from) checkpoints.keep(from)
  const prober = createProber(experiment, () => checkpoints.list, files)
  /** The first row not sent yet. */
  let sent = from ? from.step + 1 : 0
  let isNew = true

  /** Makes the updates; gives the last checkpoint that was taken on the way. */
  function advance(updates: number): Checkpoint | undefined {
    const end = Math.min(experiment.steps, runner.step + updates)
    let taken: Checkpoint | undefined
    while (runner.step < end) {
      runner.advance(Math.min(end, checkpoints.next) - runner.step)
      if (runner.step < checkpoints.next) break
      taken = runner.checkpoint()
      checkpoints.keep(taken)
    }
    return taken
  }

  return {
    id,
    rows(work: number, buffers: ArrayBuffer[]): RowsResponse {
      const checkpoint = advance(Math.max(1, Math.floor(work / Math.max(1, runner.cost))))
      const first = sent
      const to = (sent = runner.step + 1)
      const runs = runner.traces.map((trace) => block(trace, first, to, buffers))
      const news = isNew && { layouts: runner.traces.map(({ layout }) => layout), cost: runner.cost }
      isNew = false
      return { kind: 'rows', id, from: first, to, ...news, runs, ...(checkpoint && { checkpoint }) }
    },
    insides: (probe: Probe): InsidesResponse => ({
      kind: 'insides',
      id,
      step: probe.step,
      runs: prober.answer(probe),
    }),
    release() {
      runner.release()
      prober.release()
    },
  }
}
