import type { Experiment } from '../../../engine/experiment/experiment.ts'
import { makeLayout, makeTrace, reserve, type Trace } from '../../../engine/training/trace.ts'
import type { Computation } from '../../../engine/worker/client.ts'
import type { Lab } from '../../lab/lab.ts'
import type { InsidesStore } from '../insides.ts'

/** One parameter of several runs over the steps, as traces of one coordinate: what the panels of a surface read. */
export interface Series {
  /** As far as it has come: of an edited experiment, the old until the new has got to the cursor. */
  get: () => Computation | undefined
  /** Counts the rows that arrive. */
  revision: () => number
  /** Follows a parameter until called off. */
  follow: (index: number, runs: readonly number[]) => () => void
}

interface Growing extends Computation {
  index: number
}

const begin = (experiment: Experiment, index: number): Growing => ({
  experiment,
  index,
  traces: experiment.runs.map(() => makeTrace(makeLayout({}))),
  step: -1,
})

export function createSeries(lab: Lab, insides: InsidesStore): Series {
  let shown: Growing | undefined
  let growing: Growing | undefined
  let version = -1
  let revision = 0

  /** Puts what has arrived in its place. */
  function take(runs: readonly number[]) {
    if (!growing || version === insides.version(['series'])) return
    version = insides.version(['series'])
    if (insides.experiment() !== growing.experiment) return
    const traces = growing.traces as Trace[]
    for (const run of runs) {
      const { series } = insides.of(run) ?? {}
      if (series?.index !== growing.index) continue
      const { layout, rows, from, stopped, finished } = series
      if (traces[run].layout.stride === 0) traces[run] = makeTrace(layout, growing.experiment.steps + 1)
      const trace = traces[run]
      const length = from + rows.length / layout.stride
      if (length > trace.length) {
        reserve(trace, length)
        trace.rows.set(rows, from * layout.stride)
        trace.length = length
      }
      trace.stopped = stopped
      trace.finished = finished
    }
    growing.step = Math.min(...runs.map((run) => endOf(traces[run], Infinity)))
    revision++
  }

  /** The last step that is here, or `whole` where there are no more. */
  const endOf = ({ length, stopped, finished }: Trace, whole: number) =>
    stopped === undefined && finished === undefined ? length - 1 : whole

  function follow(index: number, runs: readonly number[]) {
    const look = () => {
      const { computation, step } = lab.getState()
      if (!computation) return
      if (growing?.experiment !== computation.experiment || growing.index !== index) {
        growing = begin(computation.experiment, index)
        if (shown?.index !== index) shown = undefined
      }
      take(runs)
      const { traces } = growing
      if (growing.step >= step || !shown) shown = growing
      const to = computation.step
      const isMissing = runs.some((run) => traces[run] && endOf(traces[run], to) < to)
      const from = runs.map((run) => traces[run]?.length ?? 0)
      insides.trace(isMissing ? { runs, follow: { index, from, to } } : undefined)
    }
    const stop = lab.subscribe(look)
    const hide = insides.show(['series'])
    look()
    return () => {
      stop()
      hide()
      insides.trace(undefined)
    }
  }

  return { get: () => shown, revision: () => revision, follow }
}
