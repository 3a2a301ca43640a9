import EngineWorker from '../../engine/worker/entry.ts?worker&inline'

/** A classic worker from a blob in this very file: the only kind that starts in every frame, and from a disk. */
export const workers = [() => new EngineWorker()]
