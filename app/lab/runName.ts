import type { Run } from '../../engine/experiment/experiment.ts'
import { optimizers } from '../../engine/optimizers/index.ts'

/** What a run is called on screen. */
export const runName = ({ label, optimizer }: Run): string => label ?? optimizers[optimizer].name
