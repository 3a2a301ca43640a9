import { type Axis, chooseAxis, type Extent, extentOf, place } from '../time/axis.ts'
import { outline } from '../time/outline.ts'
import { stepsShown, type Steps, toX } from '../time/steps.ts'
import { type Evaluations, evaluations } from './evaluations.ts'
import type { Scene, View } from './scene.ts'

export const channels = ['validationLoss', 'trainLoss'] as const

/** A column's two lines, placed in px. */
export interface Curves {
  view: View
  validation: Evaluations
  training: Evaluations
  paths: { validation: Path2D; training: Path2D }
}
export interface Divergences {
  axis: Axis
  ticks: readonly number[]
  curves: readonly Curves[]
  /** Px of the steps, and of the values. */
  width: number
  height: number
}

const extentsOf = ({ trace }: View): Extent[] =>
  channels.flatMap((channel) => {
    const { values } = trace ? evaluations(trace, channel) : { values: [] }
    return extentOf(values, 0, values.length - 1, 'log') ?? []
  })

/** Powers of ten, and three times each where there is room for them. */
export function ticksBetween({ low, high }: Pick<Axis, 'low' | 'high'>, height: number): number[] {
  const hasThrees = height / (high - low) > 44
  const found: number[] = []
  for (let exponent = Math.floor(low); exponent <= high; exponent++)
    for (const digit of hasThrees ? [1, 3] : [1]) {
      const value = Number(`${digit}e${exponent}`)
      const at = Math.log10(value)
      if (at >= low - 0.02 && at <= high + 0.02) found.push(value)
    }
  return found
}

function pathOf({ steps, values }: Evaluations, scale: Steps, axis: Axis, height: number): Path2D {
  const path = new Path2D()
  outline(path, values, {
    from: 0,
    to: values.length - 1,
    x: (i) => toX(scale, steps[Math.min(i, steps.length - 1)]),
    y: (value) => place(axis, height, value),
    isGap: () => false,
  })
  return path
}

/** All lines on one scale; made anew when rows come, not when the cursor moves. */
export function divergencesOf({ views, state }: Scene, width: number, height: number): Divergences {
  const axis = chooseAxis('log', views.flatMap(extentsOf))
  const scale = stepsShown(state, width)
  const none: Evaluations = { steps: [], values: [], length: 0 }
  const curves = views.map((view): Curves => {
    const [validation, training] = channels.map((channel) =>
      view.trace ? evaluations(view.trace, channel) : none,
    )
    const paths = {
      validation: pathOf(validation, scale, axis, height),
      training: pathOf(training, scale, axis, height),
    }
    return { view, validation, training, paths }
  })
  return { axis, ticks: ticksBetween(axis, height), curves, width, height }
}
