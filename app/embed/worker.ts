import EngineWorker from '../../engine/worker/both.ts?worker&inline'

/** A classic worker from a blob in this very file: the only kind that starts in every frame, and from a disk. */
const ways = [() => new EngineWorker()]
export const workers = { surface: ways, network: ways }
