import type { Experiment } from '../../engine/experiment/experiment.ts'
import '../../engine/formula/surface.ts'
import { createRunner } from '../../engine/training/runner.ts'
import type { Computation } from '../../engine/worker/client.ts'

/** Updates on a surface that are made while a frame waits: some 3 of its 16 ms. */
const AT_ONCE = 4000

/**
 * A race on a surface from its start to its end, here and now, so that a drag sees it in the frame of its move; the
 * answer of a worker would come to the next frame, or the one after. Nothing where it would keep the frame waiting.
 */
export function computeAtOnce(experiment: Experiment): Computation | undefined {
  const { steps, problem } = experiment
  if (problem.kind !== 'surface' || steps * experiment.runs.length > AT_ONCE) return undefined
  const runner = createRunner(experiment)
  runner.advance(steps)
  return { experiment, traces: runner.traces, step: steps }
}
