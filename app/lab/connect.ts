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

/** How long a worker may take to say that it is ready, and to answer: far longer than either ever takes. */
const READY_MS = 4000
const ANSWER_MS = 4000

/**
 * A worker as a port. A worker that fails, or that was ended from outside (which nothing announces), is found out
 * by the answer that does not come.
 */
function overWorker(worker: Worker, onDeath: (why: string) => void): Connection {
  /** Requests that have no answer yet: work and a probe may be under way together. */
  let open = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let listener: (message: Response) => void = () => {}
  let isClosed = false
  const close = () => {
    isClosed = true
    clearTimeout(timer)
    worker.onmessage = worker.onerror = null
    worker.terminate()
  }
  const die = (why: string) => {
    close()
    onDeath(why)
  }
  /** Each answer gives the others as long again: the engine takes one request at a time. */
  const wait = () => {
    clearTimeout(timer)
    if (open > 0) timer = setTimeout(() => die('it no longer answered'), ANSWER_MS)
  }
  worker.onmessage = ({ data }: MessageEvent<Response>) => {
    open--
    wait()
    listener(data)
  }
  worker.onerror = (event) => die(event.message || 'it ended without a word')
  const port: PagePort = {
    post(message, transfer) {
      if (isClosed) return
      // A further request does not prolong the wait for those before it.
      if (open++ === 0) wait()
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

/** Starts the engine in a worker, the first way that does, or in the page where no worker can start. */
export async function connect(
  ways: readonly StartWorker[],
  onDeath: (why: string) => void,
): Promise<Connection> {
  for (const way of ways) {
    try {
      return overWorker(await ready(await way()), onDeath)
    } catch {
      // The next way, or the page.
    }
  }
  const { inPage } = await import('./inPage.ts')
  return inPage()
}
