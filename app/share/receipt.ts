import type { Experiment } from '../../engine/experiment/experiment.ts'
import type { Files } from '../../engine/training/networkData.ts'
import workerUrl from './receiptWorker.ts?worker&url'
import { prepared } from './table.ts'

/** In a worker of its own: a long training is run once more, at a stretch. */
function inWorker(experiment: Experiment, files: Files, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerUrl, { type: 'module' })
    const end = () => worker.terminate()
    signal.addEventListener('abort', end)
    worker.onmessage = ({ data }: MessageEvent<string>) => {
      end()
      resolve(data)
    }
    worker.onerror = (event) => {
      event.preventDefault()
      end()
      reject(new Error(event.message))
    }
    worker.postMessage({ experiment, files })
  })
}

/** A Python script that runs the experiment again. Where no worker can start it is made in the page, which then waits. */
export async function receiptText(experiment: Experiment, signal: AbortSignal): Promise<string> {
  const files = await prepared(experiment)
  try {
    return await inWorker(experiment, files, signal)
  } catch {
    const { receiptOf } = await import('../../engine/receipt/receipt.ts')
    return receiptOf(experiment, files)
  }
}
