import type { Experiment } from '../experiment/experiment.ts'
import { surfaceOf } from '../experiment/kinds.ts'
import { runName } from '../experiment/runName.ts'
import { Random } from '../random.ts'
import { surfaces } from '../surfaces/index.ts'
import { createRunner } from '../training/runner.ts'
import { read } from '../training/trace.ts'
import { base64Numbers } from './base64.ts'
import { segmentsOf, settingsOfRun } from './segments.ts'

/** The noise of every update, before it is multiplied by σ. */
function noiseOf({ seed, steps }: Experiment): number[] {
  const random = new Random(seed, 'noise')
  return Array.from({ length: steps }, (_, i) => {
    random.at(i + 1)
    return [random.normal(), random.normal()]
  }).flat()
}

/** All that a script needs to run a race on a surface again, and what the engine made of it. */
export function surfaceReceipt(experiment: Experiment) {
  const { surface, parameters, rotation } = surfaceOf(experiment)
  const runner = createRunner(experiment)
  runner.advance(experiment.steps)
  return {
    parameters,
    rotation,
    pivot: surfaces[surface].pivot(parameters as never),
    noise: base64Numbers(noiseOf(experiment)),
    runs: experiment.runs.map((run, i) => {
      const trace = runner.traces[i]
      const rows = Array.from({ length: trace.length }, (_, k) => k)
      return {
        name: runName(run),
        segments: segmentsOf(experiment, run).map((segment) => ({
          from: segment.from,
          fresh: segment.fresh,
          ...settingsOfRun(segment.run),
          noise: segment.run.problem.noise ?? 0,
          frozen: [],
        })),
        edits: [],
        path: base64Numbers(rows.flatMap((k) => [read(trace, 'w', k, 0), read(trace, 'w', k, 1)])),
        losses: base64Numbers(rows.map((k) => read(trace, 'loss', k))),
      }
    }),
  }
}
