import { adagrad } from './adagrad.ts'
import { adam } from './adam.ts'
import { batchNorm } from './batchNorm.ts'
import { basins } from './basins.ts'
import { clipping } from './clipping.ts'
import { divergences } from './divergences.ts'
import { dropout } from './dropout.ts'
import { exponent } from './exponent.ts'
import { inference } from './inference.ts'
import type { Lesson } from './lesson.ts'
import { momentum } from './momentum.ts'
import { noise } from './noise.ts'
import { saddles } from './saddles.ts'
import { search } from './search.ts'
import { secondMoment } from './secondMoment.ts'
import { signs } from './signs.ts'
import { steps } from './steps.ts'
import { weights } from './weights.ts'

/** Every lesson: the lecture's in its order, then what goes beyond it. */
export const lessons: readonly Lesson[] = [
  steps,
  momentum,
  secondMoment,
  signs,
  adam,
  adagrad,
  divergences,
  batchNorm,
  inference,
  weights,
  dropout,
  clipping,
  search,
  saddles,
  noise,
  basins,
  exponent,
]
