import type { Problem } from './experiment.ts'
import type { RunKeys } from './textKeys.ts'
import type { TextSource } from './textSource.ts'

/** One kind of problem in a link. */
export interface ProblemText<P extends Problem = Problem> {
  /** One of these keys in a link says that it is of this kind. */
  marks: readonly string[]
  /** Keys that no parameter of its surfaces or data sets may have, beside those that every link has. */
  keys: readonly string[]
  /** What a run may have of its own: `adam.noise=.1`. */
  runKeys: RunKeys
  /** What is not at its default. */
  write: (problem: P) => [key: string, text: string][]
  /** What `write` writes, as input for the parser. */
  read: (source: TextSource) => unknown
}

/** Keeps the type of the problem through the definition, and forgets it for the registry. */
export const defineProblemText = <P extends Problem>(text: ProblemText<P>): ProblemText =>
  text as unknown as ProblemText
