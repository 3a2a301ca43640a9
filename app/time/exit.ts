import { type Axis, topOf } from './axis.ts'
import type { Column } from './column.ts'

/** Where a line leaves its plot and does not come back. */
export interface Exit {
  step: number
  /** Whether it grew past the axis, or its run stopped at a number that is not finite. */
  how: 'over' | 'stopped'
}

export function exitOf(
  { values, length }: Column,
  axis: Axis,
  stopped: number | undefined,
): Exit | undefined {
  const top = axis.capped ? topOf(axis) : Infinity
  let step = length
  while (step > 0 && Math.abs(values[step - 1]) > top) step--
  if (step < length) return { step, how: 'over' }
  return stopped === undefined ? undefined : { step: stopped, how: 'stopped' }
}
