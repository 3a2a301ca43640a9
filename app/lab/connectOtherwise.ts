import type { Request, Response } from '../../engine/worker/protocol.ts'
import workerUrl from '../../engine/worker/entry.ts?worker&url'
import type { Connection, PagePort } from './connect.ts'

/** A sandboxed frame may not load a worker by its address, but may from a blob, as a classic script. */
export async function blobWorker(ready: (worker: Worker) => Promise<Worker>): Promise<Worker> {
  const source = await (await fetch(workerUrl)).text()
  const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
  try {
    return await ready(new Worker(address))
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** The same engine in the page, a message at a time, so that the page stays alive between messages. */
export async function pagePort(): Promise<Omit<Connection, 'where'>> {
  const [{ serve }] = await Promise.all([
    import('../../engine/worker/host.ts'),
    import('../../engine/training/networks.ts'),
  ])
  let toEngine: (message: Request) => void = () => {}
  let toPage: (message: Response) => void = () => {}
  serve({
    post: (message) => void setTimeout(() => toPage(message)),
    onMessage: (listener) => {
      toEngine = listener
    },
  })
  const port: PagePort = {
    post: (message) => void setTimeout(() => toEngine(message)),
    onMessage: (listener) => {
      toPage = listener
    },
  }
  const end = () => {
    toEngine = toPage = () => {}
  }
  return { port, end }
}
