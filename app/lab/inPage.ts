import type { Problem } from '../../engine/experiment/experiment.ts'
import { serve } from '../../engine/worker/host.ts'
import type { Request, Response } from '../../engine/worker/protocol.ts'
import type { Connection } from './connect.ts'

const engines: Readonly<Record<Problem['kind'], () => Promise<unknown>>> = {
  surface: () => import('../../engine/formula/surface.ts'),
  network: () => import('../../engine/training/networks.ts'),
}

/** The same engine in the page, a message at a time, so that the page stays alive between messages. */
export async function inPage(kind: Problem['kind']): Promise<Connection> {
  await engines[kind]()
  let toEngine: (message: Request) => void = () => {}
  let toPage: (message: Response) => void = () => {}
  serve({
    post: (message) => void setTimeout(() => toPage(message)),
    onMessage: (listener) => {
      toEngine = listener
    },
  })
  return {
    port: {
      post: (message) => void setTimeout(() => toEngine(message)),
      onMessage: (listener) => {
        toPage = listener
      },
    },
    where: 'page',
    close() {
      toEngine = toPage = () => {}
    },
  }
}
