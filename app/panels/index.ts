import { effectiveStep } from './effectiveStep.ts'
import { firstMoment } from './firstMoment.ts'
import { loss } from './loss.ts'
import { meanStep } from './meanStep.ts'
import type { Panel } from './panel.ts'
import { secondMoment } from './secondMoment.ts'
import { signLikeness } from './signLikeness.ts'

/** Every panel of the time column, in the order in which they stand. */
export const panels: readonly Panel[] = [
  loss,
  firstMoment,
  secondMoment,
  effectiveStep,
  signLikeness,
  meanStep,
]
