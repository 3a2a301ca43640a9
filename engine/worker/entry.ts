import '../formula/surface.ts'
import '../training/networks.ts'
import { serve } from './host.ts'
import type { Request, Response } from './protocol.ts'

declare const self: DedicatedWorkerGlobalScope

serve({
  post: (message: Response, transfer) => self.postMessage(message, transfer),
  onMessage: (listener) => {
    self.onmessage = ({ data }: MessageEvent<Request>) => listener(data)
  },
})
