/** What the flag of a change measures of a run: numbers of its trace before and after. */
import type { Change, Choice } from '../../engine/experiment/experiment.ts'
import { read, type Trace } from '../../engine/training/trace.ts'
import { plain } from '../drawing/format.ts'
import { type Evaluations, evaluations, lastAt, shownLoss } from './evaluations.ts'

const text = (value: number) => plain(shownLoss(value, 2))

/** What was known of a channel at `step`, and what is known next. */
function around(own: Evaluations, step: number) {
  const next = own.steps.findIndex((at) => at > step)
  const before = lastAt(own, step)
  return next < 0 || Number.isNaN(before)
    ? undefined
    : { before, next, after: own.values[next], at: own.steps[next] }
}

/** "val 0.16 → 0.38 in one step, below again by 260". */
function loss(trace: Trace, { step }: Change, until: number): string {
  const name = Number.isNaN(read(trace, 'validationLoss', 0)) ? 'trainLoss' : 'validationLoss'
  const own = evaluations(trace, name)
  const found = around(own, step)
  if (!found) return ''
  const { before, next, after, at } = found
  const [was, is] = [text(before), text(after)]
  const when = at === step + 1 ? 'in one step' : `by ${at}`
  const said = `${name === 'trainLoss' ? 'train' : 'val'} ${was} → ${is} ${when}`
  if (!(after > before) || was === is) return said
  const back = own.values.findIndex((value, i) => i > next && value < before)
  if (back >= 0 && own.steps[back] <= until) return `${said}, below again by ${own.steps[back]}`
  return `${said}, above up to ${Math.min(until, own.steps[own.steps.length - 1])}`
}

/** "‖W‖ 9.1 → 7.2 by step 400". */
function weights(trace: Trace, { step }: Change, until: number): string {
  const end = Math.min(until, trace.length - 1)
  if (end <= step) return ''
  const [before, after] = [step, end].map((k) => read(trace, 'weightNorm', k).toPrecision(3))
  return `‖W‖ ${before} → ${after} by step ${end}`
}

/** "‖g‖ 0.4 before; 37 of 200 shortened". */
function clipped(trace: Trace, change: Change, until: number): string {
  const end = Math.min(until, trace.length - 1)
  const { kind, max } = change.value as Choice
  const before = read(trace, 'gradientNorm', change.step)
  const said = `‖g‖ = ${text(before)} at step ${change.step}`
  if (end <= change.step || Number.isNaN(before)) return ''
  if (kind !== 'norm') return said
  let shortened = 0
  for (let k = change.step + 1; k <= end; k++)
    if (read(trace, 'gradientNorm', k) > (max as number)) shortened++
  return `${said}; ${shortened} of ${end - change.step} shortened up to ${end}`
}

/** "ended at step 320 with the weights of step 260". */
const end = ({ finished, length }: Trace, { step }: Change): string =>
  finished && finished.step > step
    ? `ended at step ${finished.step} with the weights of step ${finished.best}`
    : length > step + 1
      ? `goes on to step ${length - 1}`
      : ''

export const measures = { loss, weights, clipped, end }
export type Measure = keyof typeof measures
