import { batchNormBackward, batchNormForward, type Normalized } from './batchNorm.ts'
import { allocate, release, view } from './kernels/arena.ts'
import { placer, type Take } from './layout.ts'

/** The batch of one unit on its way through batch norm. */
export interface UnitNorm {
  mean: number
  variance: number
  /** (B) each */
  u: Float64Array
  zHat: Float64Array
  /** ∂u_j/∂z_i of all examples j by the one example i: what moving z_i a little does to everyone. */
  pull: Float64Array
}

const place = (rows: number, take: Take): Normalized & { epsilon: number } => {
  const mean = take(2)
  return {
    units: 1,
    gamma: take(1),
    beta: take(1),
    dGamma: take(1),
    dBeta: take(1),
    running: -1,
    population: -1,
    mean,
    variance: mean + 1,
    inverse: take(1),
    met: take(2),
    z: take(rows),
    u: take(rows),
    zHat: take(rows),
    dzHat: take(rows),
    dz: take(rows),
    epsilon: take(1),
  }
}

/**
 * What batch norm makes of one unit if its z were these (B), by the code that trains: for "what if". The pull is that of
 * example `i`.
 */
export function normalizeUnit(
  z: Float64Array,
  { gamma, beta, epsilon }: { gamma: number; beta: number; epsilon: number },
  i: number,
): UnitNorm {
  const rows = z.length
  const { take, taken } = placer(0)
  place(rows, take)
  const region = allocate(taken())
  try {
    const layer = place(rows, placer(region).take)
    view(layer.z, rows).set(z)
    view(layer.gamma, 2).set([gamma, beta])
    view(layer.epsilon, 1)[0] = epsilon
    batchNormForward(layer, rows, 'batch', layer.epsilon)
    const [mean, variance] = view(layer.mean, 2)
    const made = { mean, variance, u: view(layer.u, rows).slice(), zHat: view(layer.zHat, rows).slice() }
    // ∂u_j/∂z_i = ∂u_i/∂z_j, which is what flows back to every z_j when u_i alone counts.
    view(layer.gamma, 1)[0] = 1
    view(layer.dzHat, rows)[i] = 1
    batchNormBackward(layer, rows, false)
    return { ...made, pull: view(layer.dz, rows).slice() }
  } finally {
    release(region)
  }
}
