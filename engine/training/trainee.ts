import type { Run } from '../experiment/experiment.ts'
import type { Optimizer, Update } from '../optimizer.ts'
import type { Insides, Probe } from './insides.ts'
import type { Layout, Trace } from './trace.ts'

/** Named vectors that outlive an update. */
export type Vectors = Readonly<Record<string, Float64Array>>

/** How a run stands after an update: it goes on, something is not finite, or early stopping has ended it. */
export type Outcome = 'on' | 'diverged' | 'finished'

/** A flat vector in the order of a new set of parameters; entries that are new hold `fresh`. */
export type Carry = (values: Float64Array, fresh: number) => Float64Array

/**
 * What one run trains, as its loop sees it: a point, and a gradient for each update. Surfaces and networks are its two
 * instances; all that tells them apart is behind it.
 */
export interface Trainee {
  /** The flat vector that the optimizer moves, and the gradient it moves it by. Replaced when `configure` reshapes. */
  readonly w: Float64Array
  readonly gradient: Float64Array
  /** Writes `gradient` for update `k`, taken at w or at the point `ahead` of it; before clipping. */
  takeGradient: (k: number, ahead: Float64Array | undefined) => void
  /** Where the parameter of an index lies in w: see `parameterOrder`. −1 where there is none at the time. */
  place: (index: number) => number
  /** After update `k` has moved w, or at 0 before the first: what there is to know of the point. */
  settle: (k: number) => Outcome
  /** Puts the settings of a run into force; says how vectors are carried over when that changes the parameters. */
  configure: (run: Run) => Carry | undefined
  /** Where it keeps the numbers of each row for these optimizers. */
  layout: (used: readonly Optimizer[]) => Layout
  /** Writes row `update.k`. Made anew when a run changes its optimizer or its shape. */
  recorder: (trace: Trace, optimizer: Optimizer, update: Update, before: Float64Array) => () => void
  /** What is needed besides w to go on. */
  memory: () => Vectors
  /** The step whose w an early end has kept. */
  readonly best: number
  /** The parts of a probe that only it knows. */
  insides: (probe: Probe) => Partial<Insides>
  /** Gives its memory back. */
  release: () => void
}

/** A problem made ready for the runs of an experiment: what they share, the data and the random streams. */
export interface Task {
  /** Work of one update of a run, in updates on a surface: how large a portion may be. */
  cost: (run: Run) => number
  /** A run as it stands after `done` updates, with the settings it has then. */
  trainee: (run: Run, done: number, from?: { w: Float64Array; memory: Vectors }) => Trainee
}
