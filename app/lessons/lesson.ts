/**
 * A lesson is data: what it says, what it shows, what it claims. Texts are paragraphs with the marks that markup.ts
 * reads: `$\eta$`, `*emphasis*`, `**number**`, `[words](figure:valley?at=12)`, `[words](lesson:adam)`.
 */

/** An experiment that is shown live beside the text. */
export interface Figure {
  title: string
  caption: string
  /** The experiment, as in an address. */
  link: string
  /** What is shown of it, from above: `map` and time panels of a surface, rows of a network. */
  show: readonly string[]
  /** The step at which it stands before it is played. */
  at: number
}

/** A question that is answered before the figure answers it. */
export interface Prediction {
  predict: string
  options: readonly string[]
  /** Index of the option that the figure shows to be right. */
  right: number
  /** What is played: a figure's name, with what is other than in its link. */
  figure: string
  /** Read once the figure has been played. */
  answer: readonly string[]
}

/** Something that is often said, held against what is measured. */
export interface Doubt {
  doubt: string
  verdict: readonly string[]
  source?: string
}

/** A paragraph, a displayed formula, a question, a claim in doubt, or an aside. */
export type Block = string | { equation: string } | Prediction | Doubt | { note: string }

export interface Lesson<Claim extends string = string> {
  /** In the address. */
  id: string
  title: string
  dek: string
  part: 'Optimizers' | 'Training tricks' | 'Further'
  /** By name; the first is shown first. */
  figures: Readonly<Record<string, Figure>>
  body: readonly Block[]
  takeaway: string
  /** What the text says in numbers, each proved by the function of its name in the lesson's `.proof.ts`. */
  claims: Readonly<Record<Claim, string>>
  sources: readonly string[]
}

export const defineLesson = <const Claim extends string>(lesson: Lesson<Claim>): Lesson<Claim> => lesson
