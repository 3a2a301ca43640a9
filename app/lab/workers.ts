import networkUrl from '../../engine/worker/network.ts?worker&url'
import surfaceUrl from '../../engine/worker/surface.ts?worker&url'
import type { StartWorker, Workers } from './connect.ts'

const waysFrom = (url: string): StartWorker[] => [
  () => new Worker(url, { type: 'module' }),
  async () => (await import('./blobWorker.ts')).blobWorker(url),
]

/** The ways to start the engine's workers in a page that has them as files, the best first. */
export const workers: Workers = { surface: waysFrom(surfaceUrl), network: waysFrom(networkUrl) }
