import type { Problem } from '../../engine/experiment/experiment.ts'
import type { Port, Request, Response } from '../../engine/worker/protocol.ts'

export type PagePort = Port<Request, Response>
export interface Connection {
  port: PagePort
  where: 'worker' | 'page'
  /** Ends the engine; what is posted from then on is lost. */
  close: () => void
}
/** A way to start the engine's worker, which may fail at once or later. */
export type StartWorker = () => Worker | Promise<Worker>
type Kind = Problem['kind']
/** The ways to start a worker for each kind of problem. */
export type Workers = Readonly<Record<Kind, readonly StartWorker[]>>

/** How long a worker may take to say that it is ready, and to answer: far longer than either ever takes. */
const READY_MS = 4000
const ANSWER_MS = 4000

/** What is asked for, each answered in its own time. */
type Asked = 'work' | 'probe' | 'files'

const asked = (message: Request): Asked =>
  'files' in message ? 'files' : 'probe' in message ? 'probe' : 'work'
const kinds = { ready: 'files', rows: 'work', insides: 'probe' } as const
const answered = (message: Response): Asked => (message.kind === 'failed' ? message.to : kinds[message.kind])

/**
 * A worker as a port. A worker that fails, or that was ended from outside (which nothing announces), is found out
 * by the answer that does not come.
 */
function overWorker(worker: Worker, onDeath: (why: string) => void): Connection {
  /** Requests of each kind that have no answer yet. Each kind has a wait of its own, which no other answer ends. */
  const open = { work: 0, probe: 0, files: 0 }
  const timers: Partial<Record<Asked, ReturnType<typeof setTimeout>>> = {}
  let listener: (message: Response) => void = () => {}
  let isClosed = false
  const close = () => {
    isClosed = true
    Object.values(timers).forEach(clearTimeout)
    worker.onmessage = worker.onerror = null
    worker.terminate()
  }
  const die = (why: string) => {
    close()
    onDeath(why)
  }
  const wait = (kind: Asked) => {
    clearTimeout(timers[kind])
    if (open[kind] > 0) timers[kind] = setTimeout(() => die('it no longer answered'), ANSWER_MS)
  }
  worker.onmessage = ({ data }: MessageEvent<Response>) => {
    const kind = answered(data)
    open[kind]--
    wait(kind)
    listener(data)
  }
  worker.onerror = (event) => die(event.message || 'it ended without a word')
  const port: PagePort = {
    post(message, transfer) {
      if (isClosed) return
      const kind = asked(message)
      // A further request does not prolong the wait for those before it.
      if (open[kind]++ === 0) wait(kind)
      worker.postMessage(message, transfer)
    },
    onMessage(next) {
      listener = next
    },
  }
  return { port, where: 'worker', close }
}

function ready(worker: Worker): Promise<Worker> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail('no answer'), READY_MS)
    const fail = (why: string) => {
      clearTimeout(timer)
      worker.terminate()
      reject(new Error(why))
    }
    worker.onerror = (event) => fail(event.message)
    worker.onmessage = () => {
      clearTimeout(timer)
      resolve(worker)
    }
  })
}

/** Starts the engine of a kind in a worker, the first way that does, or in the page where no worker can start. */
export async function connect(
  kind: Kind,
  workers: Workers,
  onDeath: (why: string) => void,
): Promise<Connection> {
  for (const way of workers[kind]) {
    try {
      return overWorker(await ready(await way()), onDeath)
    } catch {
      // The next way, or the page.
    }
  }
  const { inPage } = await import('./inPage.ts')
  return inPage(kind)
}
