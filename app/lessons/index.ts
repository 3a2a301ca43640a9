import { adagrad } from './adagrad.ts'
import { adam } from './adam.ts'
import { basins } from './basins.ts'
import { exponent } from './exponent.ts'
import type { Lesson } from './lesson.ts'
import { momentum } from './momentum.ts'
import { noise } from './noise.ts'
import { saddles } from './saddles.ts'
import { secondMoment } from './secondMoment.ts'
import { signs } from './signs.ts'
import { steps } from './steps.ts'

/** Every lesson: the lecture's in its order, then what goes beyond it. */
export const lessons: readonly Lesson[] = [
  steps,
  momentum,
  secondMoment,
  signs,
  adam,
  adagrad,
  saddles,
  noise,
  basins,
  exponent,
]
