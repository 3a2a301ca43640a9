import { extent } from 'd3-array'
import { createPath } from '../../drawing/path.ts'
import { type Axis, chooseAxis, type Extent, extentOf, place, ticksOf } from '../../time/axis.ts'
import { outline } from '../../time/outline.ts'
import { stepsShown, type Steps, toX } from '../../time/steps.ts'
import { type Evaluations, evaluations } from '../evaluations.ts'
import type { Scene, View } from '../scene.ts'
import type { Line, Series } from './series.ts'

/** A column's lines, placed in px. */
export interface Curves {
  view: View
  lines: readonly { line: Line; data: Evaluations; path: Path2D }[]
}
export interface Placed {
  series: Series
  axis: Axis
  ticks: readonly number[]
  curves: readonly Curves[]
  /** Px of the steps, and of the values. */
  width: number
  height: number
}

const none: Evaluations = { steps: [], values: [], length: 0 }
const dataOf = ({ trace }: View, { channel }: Line): Evaluations =>
  trace ? evaluations(trace, channel) : none

const extentsOf = (view: View, lines: readonly Line[]): Extent[] =>
  lines.flatMap((line) => {
    const { values } = dataOf(view, line)
    return extentOf(values, 0, values.length - 1, 'log') ?? []
  })

/** Whole tenths around all shares, two of them at least, with a little room for lines at either end. */
function sharesAxis(values: readonly number[]): { axis: Axis; ticks: number[] } {
  const [least = 0, most = 1] = extent(values)
  const high = Math.max(2, Math.ceil(10 * most))
  const low = Math.min(high - 2, Math.floor(10 * least))
  const room = 0.004 * (high - low)
  const axis: Axis = { kind: 'linear', low: low / 10 - room, high: high / 10 + room, capped: false }
  return { axis, ticks: [low / 10, (low + high) / 20, high / 10] }
}

/** Powers of ten, and three times each where there is room for them; fewer where there is none. */
export function ticksBetween({ low, high }: Pick<Axis, 'low' | 'high'>, height: number): number[] {
  const hasThrees = height / (high - low) > 44
  if (height / (high - low) < 15)
    return ticksOf({ kind: 'log', low, high, capped: false }, height).map((exponent) =>
      Number(`1e${exponent}`),
    )
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
  const path = createPath()
  outline(path, values, {
    from: 0,
    to: values.length - 1,
    x: (i) => toX(scale, steps[Math.min(i, steps.length - 1)]),
    y: (value) => place(axis, height, value),
    isGap: () => false,
  })
  return path
}

const valuesOf = ({ lines }: Series, views: readonly View[]) =>
  views.flatMap((view) => lines.flatMap((line) => dataOf(view, line).values))

function logAxis({ lines }: Series, views: readonly View[], height: number) {
  const axis = chooseAxis(
    'log',
    views.flatMap((view) => extentsOf(view, lines)),
  )
  return { axis, ticks: ticksBetween(axis, height) }
}

/** All lines on one scale; made anew when rows come, not when the cursor moves. */
export function placeSeries(series: Series, { views, state }: Scene, width: number, height: number): Placed {
  const { axis, ticks } =
    series.scale === 'log' ? logAxis(series, views, height) : sharesAxis(valuesOf(series, views))
  const scale = stepsShown(state, width)
  const curves = views.map((view): Curves => ({
    view,
    lines: series.lines.map((line) => {
      const data = dataOf(view, line)
      return { line, data, path: pathOf(data, scale, axis, height) }
    }),
  }))
  return { series, axis, ticks, curves, width, height }
}
