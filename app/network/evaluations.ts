import type { Trace } from '../../engine/training/trace.ts'
import { measured, type NumberText, setting } from '../drawing/format.ts'

/** A channel that is known at some steps only: those steps and the values, growing with its trace. */
export interface Evaluations {
  steps: number[]
  values: number[]
  /** Rows that have been looked at. */
  length: number
}

const kept = new WeakMap<Trace, Map<string, Evaluations>>()

/** Rows that are there never change, so each is looked at once. */
export function evaluations(trace: Trace, channel: string): Evaluations {
  let own = kept.get(trace)
  if (!own) kept.set(trace, (own = new Map()))
  let found = own.get(channel)
  if (!found) own.set(channel, (found = { steps: [], values: [], length: 0 }))
  const place = trace.layout.channels[channel]
  for (; found.length < trace.length; found.length++) {
    const value = place ? trace.rows[found.length * trace.layout.stride + place.offset] : NaN
    if (Number.isNaN(value)) continue
    found.steps.push(found.length)
    found.values.push(value)
  }
  return found
}

/** Adds what was measured of a run at a step later than recorded. */
export function addEvaluation(trace: Trace, channel: string, step: number, value: number): void {
  const { steps, values } = evaluations(trace, channel)
  let at = steps.findIndex((one) => one >= step)
  if (at < 0) at = steps.length
  if (steps[at] === step) return
  steps.splice(at, 0, step)
  values.splice(at, 0, value)
}

/** The last value that was known at `step`; NaN where none was. */
export function lastAt({ steps, values }: Evaluations, step: number): number {
  let low = 0
  let high = steps.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (steps[middle] <= step) low = middle + 1
    else high = middle
  }
  return low === 0 ? NaN : values[low - 1]
}

/** A loss with decimals that stand still while it plays, 0.214; to two digits where that would be none or many. */
export function shownLoss(value: number, decimals: number): NumberText {
  if (value >= 0.95 * 10 ** (1 - decimals) && value < 99.5) return { base: value.toFixed(decimals) }
  return value >= 0.00095 && value < 9999.5 ? setting(Number(value.toPrecision(2))) : measured(value)
}
