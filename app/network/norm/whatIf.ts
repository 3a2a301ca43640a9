import { normalizeUnit, type UnitNorm } from '../../../engine/network/index.ts'
import type { Influence } from '../../../engine/training/insides.ts'

/** One example of one run's batch, held somewhere else than where it is. */
export interface Moved {
  run: number
  z: number
}

/** What becomes of the whole batch if only z_i were another, by the code that trains. */
export function whatIf(influence: Influence, i: number, z: number): UnitNorm {
  return normalizeUnit(influence.z.with(i, z), influence, i)
}

/** How far the example that moves most goes along when z_i goes to `z`, itself left out. */
export function farthest({ u }: Influence, moved: UnitNorm, i: number): number {
  return moved.u.reduce((most, value, j) => (j === i ? most : Math.max(most, Math.abs(value - u[j]))), 0)
}
