import { createRunner, type Runner } from '../training/runner.ts'
import type { Trace } from '../training/trace.ts'
import type { Port, Request, Response, RowBlock } from './protocol.ts'

/** Copies rows `from` up to `to` of a trace into a buffer that was handed back, or a new one. */
function block(trace: Trace, from: number, to: number, spare: ArrayBuffer[]): RowBlock {
  const { stride } = trace.layout
  const count = Math.max(0, Math.min(to, trace.length) - from)
  const bytes = count * stride * 8
  const fits = spare.findIndex((buffer) => buffer.byteLength >= bytes)
  const buffer = fits < 0 ? new ArrayBuffer(bytes) : spare.splice(fits, 1)[0]
  new Float64Array(buffer, 0, count * stride).set(trace.rows.subarray(from * stride, (from + count) * stride))
  return { buffer, count, stopped: trace.stopped }
}

/** Serves experiments on a port: the whole of a worker, and what runs in the page where no worker can. */
export function serve(port: Port<Response, Request>): void {
  let runner: Runner | undefined
  let current = -1
  /** The first row not sent yet. */
  let sent = 0

  function answer({ id, start, steps, buffers }: Request): Response & { kind: 'rows' } {
    if (start) {
      runner = createRunner(start.experiment, start.from)
      current = id
      sent = start.from ? start.from.step + 1 : 0
    }
    if (!runner || id !== current) throw new Error('no such experiment is loaded')
    runner.advance(steps)
    const from = sent
    const to = (sent = runner.step + 1)
    const runs = runner.traces.map((trace) => block(trace, from, to, buffers))
    const layouts = start && { layouts: runner.traces.map(({ layout }) => layout) }
    return { kind: 'rows', id, from, to, ...layouts, runs, checkpoint: runner.checkpoint() }
  }

  port.onMessage((request) => {
    try {
      const rows = answer(request)
      port.post(
        rows,
        rows.runs.map(({ buffer }) => buffer),
      )
    } catch (error) {
      port.post(
        { kind: 'failed', id: request.id, message: error instanceof Error ? error.message : String(error) },
        [],
      )
    }
  })
  port.post({ kind: 'ready' }, [])
}
