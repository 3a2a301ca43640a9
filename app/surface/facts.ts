/** Facts of a whole run that the roster and the notes state. */
import type { Domain } from '../../engine/surface.ts'
import { read, type Trace } from '../../engine/training/trace.ts'

/** The first step that fulfils a condition, looked for once however often a growing trace is asked. */
function firstStep(condition: (trace: Trace, k: number, limit: never) => boolean) {
  const seen = new WeakMap<Trace, { key: string; next: number; found: number | undefined }>()
  return (trace: Trace, limit: unknown): number | undefined => {
    const key = String(limit)
    let state = seen.get(trace)
    if (state?.key !== key) seen.set(trace, (state = { key, next: 0, found: undefined }))
    while (state.found === undefined && state.next < trace.length) {
      if (condition(trace, state.next, limit as never)) state.found = state.next
      state.next++
    }
    return state.found
  }
}

const loss = (trace: Trace, k: number) => read(trace, 'loss', k)

/** The first step at which the height over the floor is at most 1 % of the start's. */
export const stepsToOnePercent: (trace: Trace, floor: number) => number | undefined = firstStep(
  (trace, k, floor: number) => loss(trace, k) - floor <= 0.01 * (loss(trace, 0) - floor),
) as never

const isOutside = (trace: Trace, k: number, [x0, x1, y0, y1]: Domain) => {
  const x = read(trace, 'w', k, 0)
  const y = read(trace, 'w', k, 1)
  return x < x0 || x > x1 || y < y0 || y > y1
}

/** The step from which on a run is outside the map, if it does not come back. */
export function leavesMap(trace: Trace, domain: Domain): number | undefined {
  let step = trace.length
  while (step > 0 && isOutside(trace, step - 1, domain)) step--
  return step < trace.length ? step : trace.stopped
}

/** Whether the last update moved nothing that could be seen. */
export function isAtRest(trace: Trace): boolean {
  const last = trace.length - 1
  return [0, 1].every(
    (i) => Math.abs(read(trace, 'update', last, i)) <= 1e-12 * (1 + Math.abs(read(trace, 'w', last, i))),
  )
}

/** What the roster says in the column "steps to 1 %". */
export type Arrival = { kind: 'at'; step: number } | { kind: 'left' } | { kind: 'never' } | { kind: 'notYet' }

/** What has to be known of the race to judge a run. */
export interface Course {
  floor: number
  domain: Domain
  steps: number
  noise: number
}

export function arrival(trace: Trace, { floor, domain, steps, noise }: Course): Arrival {
  const step = stepsToOnePercent(trace, floor)
  if (step !== undefined) return { kind: 'at', step }
  if (leavesMap(trace, domain) !== undefined) return { kind: 'left' }
  const isOver = trace.length > steps
  return isOver && noise === 0 && isAtRest(trace) ? { kind: 'never' } : { kind: 'notYet' }
}
