import type { Experiment } from '../experiment/experiment.ts'
import { parseExperiment } from '../experiment/parse.ts'
import { used } from '../network/kernels/arena.ts'
import type { Files } from './networkData.ts'
import { createRunner, type Runner } from './runner.ts'
import { read, type Trace } from './trace.ts'

/** An experiment from what a person would write. */
export function experiment(input: object): Experiment {
  const parsed = parseExperiment(input)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return parsed.experiment
}

/** Training of a small network on circles, with everything not said otherwise at its default. */
export const network = (problem: object, rest: object = {}): Experiment =>
  experiment({
    steps: 120,
    runs: [adam],
    ...rest,
    problem: { kind: 'network', data: { kind: 'circles', count: 120 }, hidden: [6, 5], ...problem },
  })

export function whole(one: Experiment, files?: Files): Runner {
  const runner = createRunner(one, undefined, files)
  runner.advance(one.steps)
  return runner
}

/** Fails a test that has kept networks. */
export function allReleased(): void {
  if (used() > 0) throw new Error(`${used()} numbers of the arena were not given back`)
}

/** What a runner gives, which is let go afterwards. */
export function finishAfter<T>(runner: Runner, task: (runner: Runner) => T): T {
  const result = task(runner)
  runner.release()
  return result
}

export const tracesOf = (one: Experiment): readonly Trace[] => finishAfter(whole(one), ({ traces }) => traces)

export const last = (trace: Trace, channel: string): number => read(trace, channel, trace.length - 1)

export const adam = { optimizer: 'adam', hyperparameters: { learningRate: 0.02 } }
