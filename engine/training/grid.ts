import { expand, type Prepared } from '../datasets/index.ts'

/**
 * Inputs of a grid over the domain: the middles of `columns` · `rows` cells, row by row from the upper left; one row of
 * them where there is one input.
 */
export function gridOf(
  { domain, features }: Pick<Prepared, 'domain' | 'features'>,
  columns: number,
  rows: number,
): Float64Array {
  const [[left, right]] = domain
  const x = (c: number) => left + ((c + 0.5) / columns) * (right - left)
  if (domain.length === 1) return Float64Array.from({ length: columns }, (_, c) => x(c))
  const [bottom, top] = domain[1]
  const points = new Float64Array(2 * columns * rows)
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      points[2 * (r * columns + c)] = x(c)
      points[2 * (r * columns + c) + 1] = top - ((r + 0.5) / rows) * (top - bottom)
    }
  if (features.length === 0) return points
  const inputs = new Float64Array(features.length * columns * rows)
  expand(points, features, inputs)
  return inputs
}
