import type { Port, Request, Response } from '../../engine/worker/protocol.ts'
import workerUrl from '../../engine/worker/entry.ts?worker&url'

export type PagePort = Port<Request, Response>
export interface Connection {
  port: PagePort
  where: 'worker' | 'page'
  /** Ends the engine, whatever it is at; nothing more comes from it. */
  end: () => void
}

/** How long a worker may take to say that it is ready, and to answer: far longer than either ever takes. */
const READY_MS = 4000
const ANSWER_MS = 4000

/**
 * A worker as a port. A worker that fails, or that was ended from outside (which nothing announces), is found out
 * by the answer that does not come.
 */
function workerPort(worker: Worker, onDeath: (why: string) => void): Omit<Connection, 'where'> {
  let timer: ReturnType<typeof setTimeout> | undefined
  let listener: (message: Response) => void = () => {}
  const end = () => {
    clearTimeout(timer)
    worker.onmessage = worker.onerror = null
    worker.terminate()
  }
  const die = (why: string) => {
    end()
    onDeath(why)
  }
  worker.onmessage = ({ data }: MessageEvent<Response>) => {
    clearTimeout(timer)
    listener(data)
  }
  worker.onerror = (event) => die(event.message || 'it ended without a word')
  const port: PagePort = {
    post(message, transfer) {
      clearTimeout(timer)
      timer = setTimeout(() => die('it no longer answered'), ANSWER_MS)
      worker.postMessage(message, transfer)
    },
    onMessage(next) {
      listener = next
    },
  }
  return { port, end }
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

/** What is needed where the usual way is barred. */
const otherwise = () => import('./connectOtherwise.ts')

/** Starts the engine in a worker, or in the page where no worker can start. */
export async function connect(onDeath: (why: string) => void): Promise<Connection> {
  const ways = [
    () => ready(new Worker(workerUrl, { type: 'module' })),
    async () => (await otherwise()).blobWorker(ready),
  ]
  for (const way of ways) {
    try {
      return { ...workerPort(await way(), onDeath), where: 'worker' }
    } catch {
      // The next way, or the page.
    }
  }
  return { ...(await (await otherwise()).pagePort()), where: 'page' }
}
