import '../../engine/training/networks.ts'
import '../../engine/experiment/networks.ts'
import type { Experiment } from '../../engine/experiment/experiment.ts'
import { receiptOf } from '../../engine/receipt/receipt.ts'
import type { Files } from '../../engine/training/networkData.ts'

/** Writes the receipt of each experiment that it is sent. An error ends it, which the page notices. */
self.onmessage = ({ data }: MessageEvent<{ experiment: Experiment; files: Files }>) =>
  self.postMessage(receiptOf(data.experiment, data.files))
