import type { ParameterPlace } from '../../engine/network/index.ts'
import type { Weight } from './weights.ts'

/** Cells of one parameter: W with a row a unit and a column an input, or one column of biases, γ or β. */
export interface Block {
  name: string
  kind: ParameterPlace['kind']
  layer: number
  offset: number
  x: number
  rows: number
  columns: number
  /** In the flat vector from one row, and from one column, to the next. */
  down: number
  across: number
}

export interface HeatLayout {
  blocks: readonly Block[]
  /** Px from one cell to the next. */
  cell: number
  width: number
}

/** Px between a layer and the next. */
const LEAST_GAP = 8
const MOST_GAP = 34
/** Between W and its b, in cells. */
const BIAS_GAP = 0.35
const LARGEST = 11.5

/** Places a cell for each parameter within `width` × `height` px. A single output's weights stand in a column. */
export function layOutHeat(places: readonly ParameterPlace[], width: number, height: number): HeatLayout {
  const shapes = places.map((place) => {
    const single = place.kind === 'W' && place.rows === 1
    const isColumn = single || place.kind !== 'W'
    const rows = isColumn ? place.rows * place.columns : place.rows
    const columns = isColumn ? 1 : place.columns
    return { place, rows, columns, down: isColumn ? 1 : place.columns, across: isColumn ? 0 : 1 }
  })
  const layers = new Set(places.map(({ layer }) => layer)).size
  const cells = shapes.reduce(
    (sum, { place, columns }) => sum + columns + (place.kind === 'W' ? 0 : BIAS_GAP),
    0,
  )
  const tallest = Math.max(1, ...shapes.map(({ rows }) => rows))
  const gaps = layers - 1
  const cell = Math.min(LARGEST, height / tallest, (width - LEAST_GAP * gaps) / cells)
  // The names above need some room; what is left of the width goes between the layers.
  const gap = gaps > 0 ? Math.min(MOST_GAP, (width - cell * cells) / gaps) : 0
  let x = 0
  let right = 0
  const blocks = shapes.map(({ place, rows, columns, down, across }, n): Block => {
    if (n > 0) x += place.kind === 'W' ? gap : BIAS_GAP * cell
    const { name, kind, layer, offset } = place
    const block = { name, kind, layer, offset, x, rows, columns, down, across }
    x += columns * cell
    right = x
    return block
  })
  return { blocks, cell, width: right }
}

/** The parameter of a cell. A single output's weights stand in a column. */
export const weightOf = ({ kind, layer, across }: Block, row: number, column: number): Weight => {
  if (kind !== 'W') return { parameter: kind, layer, unit: row, input: 0 }
  return across === 0
    ? { parameter: kind, layer, unit: 0, input: row }
    : { parameter: kind, layer, unit: row, input: column }
}

/** The cell of a parameter. */
export function cellOf(
  { blocks }: HeatLayout,
  { parameter, layer, unit, input }: Weight,
): { block: Block; row: number; column: number } | undefined {
  const block = blocks.find((one) => one.kind === parameter && one.layer === layer)
  if (!block) return undefined
  const [row, column] = parameter !== 'W' ? [unit, 0] : block.across === 0 ? [input, 0] : [unit, input]
  return row < block.rows && column < block.columns ? { block, row, column } : undefined
}

/** The cell at a point, or one no farther than `reach` px from it: a press need not be exact. */
export function cellAt(
  { blocks, cell }: HeatLayout,
  px: number,
  py: number,
  reach: number,
): { block: Block; row: number; column: number } | undefined {
  let found: ReturnType<typeof cellAt>
  let least = reach
  for (const block of blocks) {
    const column = Math.max(0, Math.min(block.columns - 1, Math.floor((px - block.x) / cell)))
    const row = Math.max(0, Math.min(block.rows - 1, Math.floor(py / cell)))
    const outside = (at: number, from: number) => Math.max(from - at, at - from - cell, 0)
    const far = Math.hypot(outside(px, block.x + column * cell), outside(py, row * cell))
    if (far < least || (far === 0 && least > 0)) {
      least = far
      found = { block, row, column }
    }
  }
  return found
}

/** Below this a weight has had no gradient: only rounding is left. */
export const NOTHING = 1e-12

/** Whole decades that hold all of these values; what is as good as nothing is left out. */
export function decades(
  lists: readonly ArrayLike<number>[],
): readonly [low: number, high: number] | undefined {
  let least = Infinity
  let most = 0
  for (const values of lists) {
    for (let i = 0; i < values.length; i++) {
      const value = values[i]
      if (!(value > NOTHING && value < Infinity)) continue
      if (value < least) least = value
      if (value > most) most = value
    }
  }
  if (most === 0) return undefined
  // 0 is added to make a 0 of −0.
  const high = Math.ceil(Math.log10(most) - 1e-9) + 0
  // More than nine decades could not be told apart.
  const low = Math.max(high - 9, Math.floor(Math.log10(least) + 1e-9))
  return [Math.min(low, high - 1), high]
}

/** The greatest over the least of those that have had a gradient. */
export function ratio(
  values: ArrayLike<number>,
  blocks: readonly Pick<Block, 'offset' | 'rows' | 'columns'>[],
): number {
  let least = Infinity
  let most = 0
  for (const { offset, rows, columns } of blocks)
    for (let i = offset; i < offset + rows * columns; i++) {
      const value = values[i]
      if (!(value > NOTHING)) continue
      if (value < least) least = value
      if (value > most) most = value
    }
  return most / least
}
