/**
 * The claims of the lessons that need only a surface, with the settings and margins they were measured with (in
 * PyTorch, in float64). A claim that does not hold here is a fault of the engine or of the lesson, not of the test.
 */
import { expect, test } from 'vitest'
import type { Experiment } from './experiment/experiment.ts'
import { parseExperiment } from './experiment/parse.ts'
import { Random } from './random.ts'
import { createRunner } from './training/runner.ts'
import { read, type Trace } from './training/trace.ts'

type Hyper = Record<string, number | string | boolean>
type Start = readonly [number, number]

/** Runs optimizers given as [id, hyperparameters, further settings] on a surface; one trace each. */
function race(
  problem: { surface: string; parameters?: Hyper; rotation?: number; start?: Start; noise?: number },
  steps: number,
  runs: [optimizer: string, hyperparameters: Hyper, rest?: object][],
  seed = 1,
): readonly Trace[] {
  const parsed = parseExperiment({
    seed,
    problem: { kind: 'surface', ...problem },
    steps,
    runs: runs.map(([optimizer, hyperparameters, rest], i) => ({
      id: `r${i}`,
      optimizer,
      hyperparameters,
      ...rest,
    })),
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  const experiment: Experiment = parsed.experiment
  const runner = createRunner(experiment)
  runner.advance(experiment.steps)
  return runner.traces
}

const loss = (trace: Trace, k: number) => read(trace, 'loss', k)
/** The first step at which `holds`; Infinity where there is none. */
function first(trace: Trace, holds: (k: number) => boolean): number {
  for (let k = 0; k < trace.length; k++) if (holds(k)) return k
  return Infinity
}
test('9: at a cliff one huge gradient undoes all progress; a clip bounds the step at η · c', () => {
  const random = new Random(9, 'starts')
  const results = Array.from({ length: 100 }, () => {
    const start: Start = [3 + 4.5 * random.uniform(), -4.5 + 4 * random.uniform()]
    return race({ surface: 'cliff', start }, 1500, [
      ['sgd', { learningRate: 0.5 }],
      ['sgd', { learningRate: 0.5 }, { clipping: { kind: 'norm', max: 0.5 } }],
    ]).map((trace) => {
      let jump = 0
      for (let k = 1; k < trace.length; k++) {
        jump = Math.max(jump, Math.hypot(read(trace, 'update', k, 0), read(trace, 'update', k, 1)))
      }
      return { arrived: first(trace, (k) => loss(trace, k) < 0.01) < Infinity, jump }
    })
  })
  const share = (i: number) => results.filter((pair) => pair[i].arrived).length / results.length
  const largest = (i: number) => Math.max(...results.map((pair) => pair[i].jump))
  expect(share(0)).toBeLessThan(0.75)
  expect(share(1)).toBeGreaterThan(0.97)
  expect(largest(0)).toBeGreaterThan(50)
  expect(largest(1)).toBeLessThan(0.2501)
}, 30_000)
