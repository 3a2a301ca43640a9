import type { Lesson } from './lesson.ts'

/** How each claim of a lesson is held against the engine: a function that fails where it does not hold. */
export interface Proof<Claim extends string = string> {
  lesson: Lesson<Claim>
  claims: Readonly<Record<Claim, () => void>>
}

export const prove = <const Claim extends string>(
  lesson: Lesson<Claim>,
  claims: Readonly<Record<Claim, () => void>>,
): Proof<Claim> => ({ lesson, claims })
