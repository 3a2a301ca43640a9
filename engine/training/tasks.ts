import type { Experiment } from '../experiment/experiment.ts'
import type { Files } from './networkData.ts'
import { surfaceTask } from './surfaceTask.ts'
import type { Task } from './trainee.ts'

/** How each kind of problem is trained, of those that are known. Importing `networks.ts` adds networks. */
export const tasks: Record<string, (experiment: Experiment, files: Files, isReplay: boolean) => Task> = {
  surface: surfaceTask,
}
