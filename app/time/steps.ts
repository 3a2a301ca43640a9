import { ticks } from 'd3-array'
import type { LabState } from '../lab/lab.ts'

/** The horizontal scale that all panels share: steps `from` to `to` over `width` px. */
export interface Steps {
  from: number
  to: number
  width: number
}

export const stepsShown = (
  { window, experiment }: Pick<LabState, 'window' | 'experiment'>,
  width: number,
): Steps => (window ? { from: window[0], to: window[1], width } : { from: 0, to: experiment.steps, width })

export const toX = ({ from, to, width }: Steps, step: number): number =>
  to > from ? ((step - from) / (to - from)) * width : 0

/** The step nearest to `x`, kept within the scale. */
export const toStep = ({ from, to, width }: Steps, x: number): number =>
  Math.max(from, Math.min(to, Math.round(from + (x / width) * (to - from))))

/** The steps between two places, in order; `undefined` when they are too few to look at. */
export function brushed(steps: Steps, x0: number, x1: number): readonly [number, number] | undefined {
  const a = toStep(steps, Math.min(x0, x1))
  const b = toStep(steps, Math.max(x0, x1))
  return b - a >= 3 ? [a, b] : undefined
}

/** Round steps for a rail of this width, about 60 px apart. */
export const railTicks = (steps: number, width: number): number[] =>
  ticks(0, steps, Math.max(1, width / 62)).filter(Number.isInteger)
