import { read, type Trace } from '../../engine/training/trace.ts'
import type { LabState } from '../lab/lab.ts'

/** What a figure can be set as an exercise: bring a loss down in so many steps, or find a run that diverges. */
export type Goal = { kind: 'loss'; atMost: number; within: number } | { kind: 'diverge' }

/** `loss,.01,50`, or `diverge`. */
export function readGoal(text: string): { value: Goal } | { expected: string } {
  if (text === 'diverge') return { value: { kind: 'diverge' } }
  const [kind, atMost, within, ...more] = text.split(',')
  const [x, k] = [Number(atMost || NaN), Number(within || NaN)]
  return kind === 'loss' && Number.isFinite(x) && Number.isSafeInteger(k) && k >= 0 && more.length === 0
    ? { value: { kind, atMost: x, within: k } }
    : { expected: 'loss,0.01,50 (a loss, and within how many steps) or diverge' }
}

export const writeGoal = (goal: Goal): string =>
  goal.kind === 'diverge' ? goal.kind : `loss,${goal.atMost},${goal.within}`

/** Where a run has reached so much more than it started with, it does not come back. */
const FAR = 1000

/** The first step at which a run does what is asked, if it does. */
function reachedAt(goal: Goal, trace: Trace): number | undefined {
  const first = read(trace, 'loss', 0)
  const last = goal.kind === 'loss' ? Math.min(goal.within, trace.length - 1) : trace.length - 1
  for (let step = 0; step <= last; step++) {
    const loss = read(trace, 'loss', step)
    if (goal.kind === 'loss' ? loss <= goal.atMost : loss > FAR * Math.abs(first)) return step
  }
  return goal.kind === 'diverge' ? trace.stopped : undefined
}

/** The run that reaches a goal first, once all of it has been computed. */
export function reached({ computation, experiment }: LabState, goal: Goal) {
  if (!computation || computation.experiment !== experiment || computation.step < experiment.steps)
    return undefined
  const found = experiment.runs.flatMap(({ id }, i) => {
    const step = reachedAt(goal, computation.traces[i])
    return step === undefined ? [] : [{ run: id, step }]
  })
  return found.sort((a, b) => a.step - b.step)[0]
}
