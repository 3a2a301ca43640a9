import type { Experiment } from '../../engine/experiment/experiment.ts'
import { prepared } from './table.ts'

/** A Python script that runs the experiment again. It is run here once more for it, at a stretch. */
export async function receiptText(experiment: Experiment): Promise<string> {
  const files = await prepared(experiment)
  const { receiptOf } = await import('../../engine/receipt/receipt.ts')
  return receiptOf(experiment, files)
}
