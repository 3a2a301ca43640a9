import type { Experiment } from '../experiment/experiment.ts'
import { optimizers } from '../optimizers/index.ts'
import type { Files } from '../training/networkData.ts'
import { createRunner } from '../training/runner.ts'
import { read, type Trace } from '../training/trace.ts'

/** What is told of one run after `step` updates. */
export interface StepRecord {
  run: string
  step: number
  /** By column; undefined for the first step at which the parameters or the loss were not finite. */
  values: readonly (Value | undefined)[] | undefined
}
/** A number that is not finite is null, as in JSON; so is the rate before the first update. */
export type Value = number | null | readonly (number | null)[]

export interface Column {
  name: string
  /** The numbers it has; 0 for one number that is no list. */
  length: number
}
export interface Records {
  columns: readonly Column[]
  records: Iterable<StepRecord>
}

/** Channels of a surface's trace under the names they have on the outside, in the order of the columns. */
const standard = { loss: 'loss', parameters: 'w', gradient: 'gradient', rate: 'rate' } as const

/** The state vectors of every optimizer that a run uses, those it is switched to included. */
function slotsOf({ runs, changes }: Experiment, i: number): string[] {
  const { id, optimizer } = runs[i]
  const switches = changes.filter(
    ({ path, run }) => path === 'optimizer' && (run === undefined || run === id),
  )
  const used = [optimizer, ...switches.map(({ value }) => value as string)]
  return used.flatMap((name) => Object.keys(optimizers[name].slots))
}

/** Column → channel. A network's trace is told as it is; its weights are too many for a row. */
function channelsOf(experiment: Experiment, traces: readonly Trace[]): Map<string, string> {
  const { problem, runs } = experiment
  if (problem.kind === 'network')
    return new Map(Object.keys(traces[0]?.layout.channels ?? {}).map((name) => [name, name]))
  const slots = runs.flatMap((_, i) => slotsOf(experiment, i))
  return new Map([...Object.entries(standard), ...slots.map((slot) => [slot, slot] as const)])
}

/**
 * Runs the experiment and tells every run's steps 0, `every`, 2 · `every`, ... and the last, ordered by step, then by
 * run. A run that stops being finite ends with its last finite step and a record without values, one that stops early
 * with its last step. The numbers are computed as the records are asked for.
 */
export function recordsOf(experiment: Experiment, every: number, files: Files = {}): Records {
  const runner = createRunner(experiment, undefined, files)
  const { traces } = runner
  const channels = channelsOf(experiment, traces)
  const isSurface = experiment.problem.kind === 'surface'
  const columns = [...channels].map(([name, channel]): Column => {
    const size = Math.max(0, ...traces.map(({ layout }) => layout.channels[channel]?.size ?? 0))
    return { name, length: size > 1 || name === 'parameters' || name === 'gradient' ? size : 0 }
  })

  function valuesAt(trace: Trace, step: number): StepRecord['values'] {
    return columns.map(({ name, length }) => {
      const channel = channels.get(name)!
      const numbers = Array.from({ length: length || 1 }, (_, i) => read(trace, channel, step, i))
      // NaN throughout: the optimizer in use keeps no such state, or nothing was evaluated at this step.
      const isStandard = isSurface && Object.hasOwn(standard, name)
      if (!isStandard && numbers.every(Number.isNaN)) return undefined
      const finite = numbers.map((number) => (Number.isFinite(number) ? number : null))
      return length > 0 ? finite : finite[0]
    })
  }

  function* records(): Iterable<StepRecord> {
    let told = -1
    while (told < experiment.steps) {
      const step = told < 0 ? 0 : Math.min(told + every, experiment.steps)
      runner.advance(step - runner.step)
      const due = traces.flatMap((trace, i) => dueSteps(trace, told, step).map((at) => ({ at, trace, i })))
      for (const { at, trace, i } of due.sort((a, b) => a.at - b.at)) {
        const values = at === trace.stopped ? undefined : valuesAt(trace, at)
        yield { run: experiment.runs[i].id, step: at, values }
      }
      told = step
      if (traces.every(({ length }) => length <= step)) return
    }
  }
  return { columns, records: records() }
}

/** The steps of a run to be told at `step` when those up to `told` have been. */
function dueSteps({ length, stopped = -1 }: Trace, told: number, step: number): number[] {
  if (length > step) return [step]
  return [length - 1, stopped].filter((at) => at >= 0 && at > told)
}
