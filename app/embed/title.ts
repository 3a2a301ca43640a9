import { datasetOf } from '../../engine/datasets/index.ts'
import type { Experiment } from '../../engine/experiment/experiment.ts'
import { surfaces } from '../../engine/surfaces/index.ts'
import { countOf } from '../surface/names.ts'

/** "Four optimizers on the ravine", where nobody has said it better. */
export function titleOf({ runs, problem }: Experiment): string {
  const where = problem.kind === 'surface' ? `the ${surfaces[problem.surface].name}` : datasetOf(problem).name
  const words = `${countOf(runs.length, 'optimizer')} on ${where}`
  return words.charAt(0).toUpperCase() + words.slice(1)
}
