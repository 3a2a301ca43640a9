import { serve } from './host.ts'
import type { Request, Response } from './protocol.ts'

declare const self: DedicatedWorkerGlobalScope

/** Serves the page on the worker's own port. A worker's file imports the kinds of problem that it knows, and this. */
serve({
  post: (message: Response, transfer) => self.postMessage(message, transfer),
  onMessage: (listener) => {
    self.onmessage = ({ data }: MessageEvent<Request>) => listener(data)
  },
})
