/** Points that are drawn by hand, as tables. */
import type { Range } from '../../../engine/dataset.ts'
import { datasetOf, type Table } from '../../../engine/datasets/index.ts'
import type { Experiment } from '../../../engine/experiment/experiment.ts'
import { networkOf } from '../../../engine/experiment/kinds.ts'
import { Random } from '../../../engine/random.ts'

/** As wide as a map is. */
const EMPTY: readonly [Range, Range] = [
  [-2.4, 2.4],
  [-1.5, 1.5],
]
export const MOST_CLASSES = 8

/** To three digits: a link holds no more, and no hand draws finer. */
const rounded = (value: number) => Number(value.toFixed(3))

/** One point of each class, left and right of the middle. */
export const startTable = (classes: readonly string[] = ['A', 'B']): Table => ({
  inputs: ['x₁', 'x₂'],
  target: 'class',
  classes,
  rows: classes.map((_, c) => [rounded(-1 + (2 * c) / (classes.length - 1)), 0, c]),
  domain: EMPTY,
})

/** The points that are on the map, to be drawn on; a few to begin with where there is no such map. */
export function pointsOf(experiment: Experiment): Table {
  const problem = networkOf(experiment)
  const dataset = datasetOf(problem)
  const { inputs, classes, domain } = dataset
  if (problem.table?.domain) return problem.table
  if (inputs.length !== 2 || domain.length !== 2 || classes.length < 2) return startTable()
  const { x, y } = dataset.make(problem.data, new Random(experiment.seed, 'data'))
  const rows = Array.from(y, (label, i) => [rounded(x[2 * i]), rounded(x[2 * i + 1]), label])
  return { inputs, target: 'class', classes, rows, domain }
}

/** A range with a value in it, about the same middle, so that a map which shows the value already stays as it is. */
function including([low, high]: Range, value: number): Range {
  const over = Math.max(0, low - value, value - high)
  return [low - over, high + over]
}

/** With one more point; the map grows where it must, so that none is off it. */
export function withPoint(table: Table, x: number, y: number, label: number): Table {
  const place = [rounded(x), rounded(y)]
  const { domain } = table
  return {
    ...table,
    rows: [...table.rows, [...place, label]],
    ...(domain && { domain: domain.map((range, i) => including(range, place[i])) }),
  }
}

/** Without the point nearest to a place, if one lies within `reach`; two always stay, as nothing is learned from less. */
export function withoutNearest(table: Table, x: number, y: number, reach = Infinity): Table {
  const far = table.rows.map((row) => Math.hypot(row[0] - x, row[1] - y))
  const nearest = far.indexOf(Math.min(...far))
  if (table.rows.length <= 2 || !(far[nearest] <= reach)) return table
  return { ...table, rows: table.rows.filter((_, i) => i !== nearest) }
}
