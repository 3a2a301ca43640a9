import { parseExperiment } from '../../engine/experiment/parse.ts'
import { createRunner } from '../../engine/training/runner.ts'

/** An experiment that was run to its end. */
export function race(input: unknown) {
  const parsed = parseExperiment(input)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  const { experiment } = parsed
  const runner = createRunner(experiment)
  runner.advance(experiment.steps)
  return { experiment, traces: runner.traces }
}

/** A race in the ravine: `[optimizer, learningRate, more hyperparameters]` each. */
export const ravine = (
  runs: readonly [string, number, Record<string, unknown>?][],
  problem: Record<string, unknown> = {},
  rest: Record<string, unknown> = {},
) =>
  race({
    problem: { kind: 'surface', surface: 'ravine', ...problem },
    runs: runs.map(([optimizer, learningRate, more]) => ({
      optimizer,
      hyperparameters: { learningRate, ...more },
    })),
    ...rest,
  })
