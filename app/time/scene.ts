import { createPath } from '../drawing/path.ts'
import type { Trace } from '../../engine/training/trace.ts'
import type { Run } from '../../engine/experiment/experiment.ts'
import { type Style, stylesOf } from '../drawing/palette.ts'
import type { LabState } from '../lab/lab.ts'
import { canPlot } from '../panels/common.ts'
import { runName } from '../../engine/experiment/runName.ts'
import type { Arrangement, Placed, Row } from './arrangement.ts'
import { type Axis, chooseAxis, extentOf, place, ticksOf } from './axis.ts'
import { type Column, columnOf } from './column.ts'
import { type Exit, exitOf } from './exit.ts'
import { outline } from './outline.ts'
import { type Steps, stepsShown, toX } from './steps.ts'

export interface Line {
  run: Run
  name: string
  style: Style
  trace: Trace
  column: Column
  path: Path2D
  exit: Exit | undefined
}
export interface Plot extends Row {
  placed: Placed
  axis: Axis
  ticks: readonly number[]
  lines: readonly Line[]
}

/** All that the panels show of what has been computed, wherever the cursor is. */
export interface Scene {
  arrangement: Arrangement
  steps: Steps
  plots: readonly Plot[]
}

function plotsOf(placed: Placed, state: LabState, steps: Steps): Plot[] {
  const { panel, form } = placed
  const { computation, hidden } = state
  if (!computation || placed.rows.length === 0) return []
  const { experiment, traces } = computation
  const styles = stylesOf(experiment.runs)
  const chosen = panel.forms[form]
  const last = (column: Column) => Math.min(steps.to, column.length - 1)

  const plotted = experiment.runs.flatMap((run, n) => {
    const trace = traces[n]
    if (!trace || hidden.includes(run.id) || !canPlot(experiment, run, chosen)) return []
    return [{ run, name: runName(run), style: styles[n], trace, series: chosen.series(experiment, run) }]
  })
  const rows = placed.rows.map((row) => ({
    row,
    lines: plotted.map(({ series, ...line }) => {
      const column = columnOf(line.trace, `${panel.id} ${form} ${row.i}`, series, Math.max(0, row.i))
      return { ...line, column }
    }),
  }))
  const extents = rows.flatMap(({ lines }) =>
    lines.flatMap(({ column }) => extentOf(column.values, steps.from, last(column), panel.scale) ?? []),
  )
  const axis = chooseAxis(panel.scale, extents, panel)
  const hasZero = panel.scale !== 'log' || panel.zeroIsBelow === true
  const isGap = (value: number) => Number.isNaN(value) || (value === 0 && !hasZero)

  return rows.map(({ row, lines }) => ({
    ...row,
    placed,
    axis,
    // An axis of nothing has nothing to say.
    ticks: extents.length > 0 ? ticksOf(axis, row.height) : [],
    lines: lines.map((line) => {
      const exit = exitOf(line.column, axis, line.trace.stopped)
      const path = createPath()
      outline(path, line.column.values, {
        from: steps.from,
        to: Math.min(last(line.column), exit?.step ?? Infinity),
        x: (step) => toX(steps, step),
        y: (value) => place(axis, row.height, value),
        isGap,
      })
      return { ...line, exit, path }
    }),
  }))
}

function compose(state: LabState, arrangement: Arrangement): Scene {
  const steps = stepsShown(state, arrangement.plot)
  return { arrangement, steps, plots: arrangement.panels.flatMap((placed) => plotsOf(placed, state, steps)) }
}

/** What a scene depends on besides its arrangement. */
export const sceneInputs = ({
  computation,
  revision,
  hidden,
  window,
  experiment,
}: LabState): readonly unknown[] => [computation, revision, hidden, window, experiment.steps]

/** Makes scenes, and keeps the last for as long as nothing that it depends on has changed. */
export function makeComposer(): (state: LabState, arrangement: Arrangement) => Scene {
  let inputs: readonly unknown[] = []
  let scene: Scene | undefined
  return (state, arrangement) => {
    const now = [arrangement, ...sceneInputs(state)]
    if (!scene || now.some((input, i) => !Object.is(input, inputs[i]))) scene = compose(state, arrangement)
    inputs = now
    return scene
  }
}

/** The dots of the run in focus, as a path; none where it is not drawn. */
const dots = new WeakMap<Line, Path2D>()
export function dotsOf(
  { lines, i, height, axis, placed }: Plot,
  focus: string,
  steps: Steps,
): Path2D | undefined {
  const series = placed.panel.dots
  const line = lines.find(({ run }) => run.id === focus)
  if (!series || !line) return undefined
  let path = dots.get(line)
  if (path) return path
  dots.set(line, (path = createPath()))
  // At most two a pixel.
  const every = Math.max(1, Math.floor((steps.to - steps.from) / (2 * Math.max(1, steps.width))))
  for (let step = steps.from; step <= Math.min(steps.to, line.trace.length - 1); step += every) {
    const value = series(line.trace, step, i)
    if (!(value > 0) && axis.kind === 'log') continue
    const x = toX(steps, step)
    const y = place(axis, height, value)
    path.moveTo(x + 1.15, y)
    path.arc(x, y, 1.15, 0, 2 * Math.PI)
  }
  return path
}

/** The value of a line at a step, NaN where it has none. */
export const valueAt = ({ column }: Line, step: number): number =>
  step < column.length ? column.values[step] : NaN

/** Whether a run has stopped before a step because its numbers were no longer finite. */
export const hasStopped = ({ trace }: Line, step: number): boolean =>
  trace.stopped !== undefined && step >= trace.stopped
