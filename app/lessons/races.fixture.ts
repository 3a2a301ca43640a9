/** What the proofs need of races on surfaces. */
import { parseExperiment } from '../../engine/experiment/parse.ts'
import { parseText } from '../../engine/experiment/text.ts'
import type { Experiment } from '../../engine/experiment/experiment.ts'
import { createRunner } from '../../engine/training/runner.ts'
import { read, type Trace } from '../../engine/training/trace.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import { type Gradient, start as begin } from '../../engine/optimizers/optimizers.fixture.ts'
import type { Lesson } from './lesson.ts'
import { linkOf } from './markup.ts'

type Hyper = Record<string, number | string | boolean>
export type Start = readonly [number, number]
export type Entry = [optimizer: string, hyperparameters: Hyper, rest?: object]

function run(experiment: Experiment): readonly Trace[] {
  const runner = createRunner(experiment)
  runner.advance(experiment.steps)
  return runner.traces
}

/** Runs optimizers given as [id, hyperparameters, further settings] on a surface; one trace each. */
export function race(
  problem: { surface: string; parameters?: Hyper; rotation?: number; start?: Start; noise?: number },
  steps: number,
  runs: Entry[],
): readonly Trace[] {
  const parsed = parseExperiment({
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
  return run(parsed.experiment)
}

/** Runs what a figure of a lesson shows, to its end. */
export function shownIn({ figures }: Lesson, figure: string): readonly Trace[] {
  const parsed = parseText(linkOf(figures, figure))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return run(parsed.experiment)
}

/** w after each of so many updates, the start before them, where the slope is a function of w and the step. */
export function follow(
  id: string,
  options: Hyper,
  from: readonly number[],
  slope: Gradient,
  steps: number,
  { rate, within = Infinity }: { rate?: (k: number) => number; within?: number } = {},
): number[][] {
  const { w, step, update } = begin(optimizers[id], options, from, slope)
  const next = (k: number) => {
    if (rate) update.rate = rate(k)
    step()
    w.forEach((value, i) => (w[i] = Math.max(-within, Math.min(within, value))))
    return [...w]
  }
  return [[...from], ...upTo(steps).map(next)]
}

export const loss = (trace: Trace, k: number) => read(trace, 'loss', k)
export const x = (trace: Trace, k: number) => read(trace, 'w', k, 0)
export const y = (trace: Trace, k: number) => read(trace, 'w', k, 1)
export const update = (trace: Trace, k: number, i: number) => read(trace, 'update', k, i)

/** The first step at which `holds`; Infinity where there is none. */
export function first(trace: Trace, holds: (k: number) => boolean): number {
  for (let k = 0; k < trace.length; k++) if (holds(k)) return k
  return Infinity
}
const distance = (trace: Trace, k: number) => Math.hypot(x(trace, k), y(trace, k))
export const stepsNear = (trace: Trace, radius: number) => first(trace, (k) => distance(trace, k) < radius)
export const stepsTo = (trace: Trace, fraction: number) =>
  first(trace, (k) => loss(trace, k) <= fraction * loss(trace, 0))

/** The valley ½(x² + κy²), turned with its start. */
export function ravine(kappa: number, rotation = 0) {
  const angle = (rotation * Math.PI) / 180
  const start: Start = [
    -5 * Math.cos(angle) - 2 * Math.sin(angle),
    -5 * Math.sin(angle) + 2 * Math.cos(angle),
  ]
  return { surface: 'ravine', parameters: { kappa }, rotation, start }
}

/** The numbers from 1 to n. */
export const upTo = (n: number): number[] => Array.from({ length: n }, (_, k) => k + 1)
