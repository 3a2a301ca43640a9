import type { Lesson } from './lesson.ts'
import { signs } from './signs.ts'
import { steps } from './steps.ts'

/** Every lesson, in the order of the lecture. */
export const lessons: readonly Lesson[] = [steps, signs]
