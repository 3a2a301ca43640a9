import { read, type Trace } from '../../../engine/training/trace.ts'
import { evaluations, lastAt } from '../evaluations.ts'

/** What is wrong with a run at a step. */
export type Health =
  /** A parameter or the loss stopped being finite at step `since`. */
  | { kind: 'diverged'; since: number }
  /** Since then every ReLU of a layer is off for every training example: no gradient comes past it. */
  | { kind: 'dead'; since: number }
  /** Most hidden units are where their slope is nearly 0, and little has been learnt. */
  | { kind: 'saturated' }
  /** After many updates the training loss is no better than at the start, or than a constant answer. */
  | { kind: 'stuck' }

/** Updates before a run is called stuck: many that are well sit on a plateau first. */
export const GRACE = 100

/** It counts as learning once the loss is so much below what it is compared with. */
const MARGIN = 0.03

/** Share of outputs at the ends of their range from which on a network that does not fit is called saturated. */
const SATURATED = 0.25

/** The loss of a saturated network that fits nonetheless, as a share of what it is compared with. */
const FITS = 0.5

/** The step from which on a channel has been 1 up to `step`. */
function fullSince(trace: Trace, channel: string, step: number): number {
  const { steps, values } = evaluations(trace, channel)
  let i = steps.findLastIndex((at) => at <= step)
  while (i > 0 && values[i - 1] === 1) i--
  return steps[i]
}

/**
 * Whether a run is in trouble after `step` updates, from what is recorded of it. `chance` is the loss of the best
 * constant answer: a network that started worse has learnt nothing by coming down to it.
 */
export function healthOf(trace: Trace, step: number, chance = Infinity): Health | undefined {
  if (step >= (trace.stopped ?? Infinity)) return { kind: 'diverged', since: trace.stopped ?? step }
  const at = (channel: string) => lastAt(evaluations(trace, channel), step)
  if (at('dead') === 1) return { kind: 'dead', since: fullSince(trace, 'dead', step) }
  const compared = Math.min(read(trace, 'trainLoss', 0), chance)
  const loss = at('trainLoss')
  if (at('saturated') >= SATURATED && loss > FITS * compared) return { kind: 'saturated' }
  if (step >= GRACE && loss > (1 - MARGIN) * compared) return { kind: 'stuck' }
  return undefined
}

/**
 * The loss of the answer that is the same for every example: each class as likely as any other. Of a fitted function it
 * is not known from the settings alone.
 */
export function chanceOf(divergence: string, classes: number): number {
  if (classes < 2) return Infinity
  if (divergence === 'kl') return Math.log(classes)
  // One output for two classes, one for each of more.
  return classes === 2 ? 0.125 : 0.5 * (1 - 1 / classes)
}
