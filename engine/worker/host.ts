import { createComputation } from './computation.ts'
import type {
  InsidesResponse,
  Port,
  ProbeRequest,
  Request,
  Response,
  RowsResponse,
  WorkRequest,
} from './protocol.ts'

/** The buffers of all arrays in a message, to be handed over instead of copied. */
function buffersOf(value: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) return [value.buffer as ArrayBuffer]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(buffersOf) : []
}

/** Serves experiments on a port: the whole of a worker, and what runs in the page where no worker can. */
export function serve(port: Port<Response, Request>): void {
  let computation: ReturnType<typeof createComputation> | undefined
  const files: Record<string, Uint8Array> = {}

  function work({ id, start, work, buffers }: WorkRequest): RowsResponse {
    if (start) {
      computation?.release()
      computation = undefined
      computation = createComputation(id, start.experiment, start.from, files)
    }
    if (computation?.id !== id) throw new Error('no such experiment is loaded')
    return computation.rows(work, buffers)
  }

  const look = ({ id, probe }: ProbeRequest): InsidesResponse =>
    computation?.id === id ? computation.insides(probe) : { kind: 'insides', id, step: probe.step, runs: [] }

  function answer(request: WorkRequest | ProbeRequest): void {
    try {
      if ('probe' in request) {
        const insides = look(request)
        port.post(insides, buffersOf(insides.runs))
      } else {
        const rows = work(request)
        port.post(
          rows,
          rows.runs.map(({ buffer }) => buffer),
        )
      }
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      port.post({ kind: 'failed', id: request.id, to: 'probe' in request ? 'probe' : 'work', message }, [])
    }
  }

  port.onMessage((request) => {
    if ('files' in request) {
      Object.assign(files, request.files)
      port.post({ kind: 'ready' }, [])
    } else answer(request)
  })
  port.post({ kind: 'ready' }, [])
}
