import { sin } from '../mathematics.ts'

/** What the network is given of a point of the plane. */
export interface Feature {
  id: string
  name: string
  value: (x: number, y: number) => number
}

/**
 * The inputs that TensorFlow Playground offers. Its map is ±6 wide and ours ±1.5, so its sin x is sin 4x here: the
 * same waves on the map.
 */
const list: readonly Feature[] = [
  { id: 'x1', name: 'x₁', value: (x) => x },
  { id: 'x2', name: 'x₂', value: (_x, y) => y },
  { id: 'x1x1', name: 'x₁²', value: (x) => x * x },
  { id: 'x2x2', name: 'x₂²', value: (_x, y) => y * y },
  { id: 'x1x2', name: 'x₁x₂', value: (x, y) => x * y },
  { id: 'sinx1', name: 'sin 4x₁', value: (x) => sin(4 * x) },
  { id: 'sinx2', name: 'sin 4x₂', value: (_x, y) => sin(4 * y) },
]

export const features: Readonly<Record<string, Feature>> = Object.fromEntries(
  list.map((one) => [one.id, one]),
)

/**
 * The chosen features of points (N, 2), row by row: of examples, of a map's grid, of points that were moved. Only
 * the rows from `first` on, `rows` of them, are written.
 */
export function expand(
  points: Float64Array,
  chosen: readonly Feature[],
  out: Float64Array,
  first = 0,
  rows = points.length / 2 - first,
): void {
  for (let i = first; i < first + rows; i++)
    for (let f = 0; f < chosen.length; f++)
      out[i * chosen.length + f] = chosen[f].value(points[2 * i], points[2 * i + 1])
}
