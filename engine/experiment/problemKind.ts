import type { NumberParameter } from '../parameters.ts'
import type { Experiment, OwnProblem, Problem, Run } from './experiment.ts'
import type { Reader } from './reader.ts'

/** A field in which runs may differ. */
export interface OwnField<P> {
  /** Whether it may be switched while a run trains, or a run begins with it. */
  mayChange: boolean
  /** A run's own value, or the value of a change, in an experiment on that problem. */
  read: (reader: Reader, problem: P) => unknown
}

/** A change of a single parameter: what is wrong with its path, if anything, and how its value is read. */
export interface Single {
  complaint: string | undefined
  read: (reader: Reader) => unknown
}

/** One kind of problem as the parser sees it: a third kind is one more of these. */
export interface ProblemKind<P extends Problem = Problem> {
  /** How long it runs unless it is said. */
  steps: NumberParameter
  /** Fields that all runs share, beside those of `own`. */
  shared: readonly string[]
  own: Readonly<Partial<Record<keyof OwnProblem, OwnField<P>>>>
  /** The problem; its fields are known to be among these two. */
  read: (at: Reader['at']) => P
  /** What may be said of a path like `weights.12`, which changes a single parameter of these runs. */
  single?: (path: unknown, problem: P, runs: readonly Run[]) => Single | undefined
  /** Reports what is too large, or does not go together, in an experiment that is otherwise right. */
  bound?: (experiment: Experiment, problem: P, reader: Reader) => void
}

/** Keeps the type of the problem through the definition, and forgets it for the registry. */
export const defineProblemKind = <P extends Problem>(kind: ProblemKind<P>): ProblemKind =>
  kind as unknown as ProblemKind
