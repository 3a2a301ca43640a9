import workerUrl from '../../engine/worker/entry.ts?worker&url'

/** The ways to start the engine's worker in a page that has it as a file, the best first. */
export const workers = [
  () => new Worker(workerUrl, { type: 'module' }),
  async () => (await import('./blobWorker.ts')).blobWorker(workerUrl),
]
