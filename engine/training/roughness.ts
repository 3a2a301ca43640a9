import { type Prepared } from '../datasets/index.ts'
import { type Network, predict, type Statistics } from '../network/index.ts'
import { gridOf } from './grid.ts'

/** Points across the square from −2 to 2, and how far they are apart. */
const SIDE = 61
const APART = 4 / (SIDE - 1)

/**
 * Mean |Δy| of values (side², units) on a square grid, by the five-point formula, over its inner points and all units:
 * how rough a function of the plane is. A plane has 0, however steep.
 */
export function meanLaplacian(values: Float64Array, side: number, units: number, apart: number): number {
  let sum = 0
  for (let r = 1; r < side - 1; r++)
    for (let c = 1; c < side - 1; c++)
      for (let u = 0; u < units; u++) {
        const at = (r * side + c) * units + u
        const [left, right, up, down] = [at - units, at + units, at - side * units, at + side * units]
        sum += Math.abs(values[left] + values[right] + values[up] + values[down] - 4 * values[at])
      }
  return sum / ((side - 2) * (side - 2) * units * apart * apart)
}

/** The roughness of a network's outputs on 61² points over [−2, 2]², for data of a plane. */
export function roughnessOf(network: Network, data: Prepared, statistics: Statistics): number {
  // The middles of its cells are the points, the first of them at −2.
  const range = [-2 - APART / 2, 2 + APART / 2] as const
  const inputs = gridOf({ ...data, domain: [range, range] }, SIDE, SIDE)
  const out = new Float64Array(SIDE * SIDE * data.outputs)
  predict(network, inputs, SIDE * SIDE, out, statistics)
  return meanLaplacian(out, SIDE, data.outputs, APART)
}
