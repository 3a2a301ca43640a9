import type { Experiment, Run } from '../../engine/experiment/experiment.ts'
import type { Wash } from '../../engine/optimizer.ts'
import type { Trace } from '../../engine/training/trace.ts'

/** What is plotted of a run after `step` updates, for coordinate `i`; NaN where there is nothing. */
export type Series = (trace: Trace, step: number, i: number) => number

/** One of the ways in which a panel may show its quantity: v̂ or v. */
export interface Form {
  /** TeX beside the panel's title. */
  tex: string
  /** TeX of the word that chooses this form, where there are several. */
  label?: string
  /** Channels without which a run has nothing to plot. */
  needs: readonly string[]
  /** Whether the quantity means anything for this run; by default it does. */
  suits?: (run: Run) => boolean
  series: (experiment: Experiment, run: Run) => Series
}

/** What a note is about: the run in focus at the cursor. */
export interface Focus {
  experiment: Experiment
  run: Run
  /** Missing until it has been computed. */
  trace: Trace | undefined
  step: number
  form: number
  visible: readonly Run[]
}

/**
 * A panel of the time column as data. It plots channels that a trace records, of every run that has them, whatever
 * the problem is.
 */
export interface Panel {
  id: string
  title: string
  /** The word by which it is shown and put away. */
  word: string
  /** Put away until asked for. */
  folded?: boolean
  /** The wash of its formula; the terms of that wash are highlighted with it. */
  wash?: Wash
  /** The first is shown until another is chosen. */
  forms: readonly [Form, ...Form[]]
  /** Whether another form than the first would show anything else for this run. */
  differs?: (run: Run) => boolean
  /** One plot for the whole run, or one for each parameter, all on one scale. */
  rows: 'run' | 'parameter'
  /** Powers of ten, or evenly about zero. */
  scale: 'log' | 'linear'
  /** What the scale shows at least, a log scale from the first on; on an even scale all that it shows. */
  span?: readonly [number, number]
  /** No line is cut off where it runs away from its start, which says nothing of it. */
  isWhole?: boolean
  /** Zeros, which have no place on a log scale, lie below the frame instead of being gaps. */
  zeroIsBelow?: boolean
  lines?: readonly { value: number; label: string }[]
  /** Points of the run in focus. */
  dots?: Series
  /** Names stand beside the values; otherwise markers do. */
  named?: boolean
  note?: (focus: Focus) => string
  /** What it teaches when no visible run has anything to plot, about one of them. */
  absent: (run: Run) => string
}
