import type { File } from '../dataset.ts'
import { datasetOf } from '../datasets/index.ts'
import type { Experiment } from './experiment.ts'

/** What an experiment's data are read from, where that is a file: whoever runs it brings the bytes. */
export const dataFile = ({ problem }: Experiment): File | undefined =>
  problem.kind === 'network' ? datasetOf(problem).file : undefined
