import { arena } from './arena.ts'

const memory = arena

/** Loops over the columns of (B, U) matrices: what batch norm needs. Every sum over the batch runs from its first row to its last. */

/** sum[u] = Σ_r m[r][u] */
export function columnSums(m: number, sum: number, rows: number, units: number): void {
  for (let u = 0; u < units; u++) memory[(sum + u) | 0] = 0
  for (let r = 0; r < rows; r++) {
    const at = (m + r * units) | 0
    for (let u = 0; u < units; u++) memory[(sum + u) | 0] += memory[(at + u) | 0]
  }
}

/** sum[u] = Σ_r m[r][u] n[r][u] */
export function columnProducts(m: number, n: number, sum: number, rows: number, units: number): void {
  for (let u = 0; u < units; u++) memory[(sum + u) | 0] = 0
  for (let r = 0; r < rows; r++) {
    const at = (m + r * units) | 0
    const by = (n + r * units) | 0
    for (let u = 0; u < units; u++) memory[(sum + u) | 0] += memory[(at + u) | 0] * memory[(by + u) | 0]
  }
}

/** mean[u] = Σ_r z[r][u]/B; variance[u] = Σ_r (z[r][u] − mean[u])²/B */
export function columnMoments(z: number, mean: number, variance: number, rows: number, units: number): void {
  columnSums(z, mean, rows, units)
  for (let u = 0; u < units; u++) {
    memory[(mean + u) | 0] /= rows
    memory[(variance + u) | 0] = 0
  }
  for (let r = 0; r < rows; r++) {
    const at = (z + r * units) | 0
    for (let u = 0; u < units; u++) {
      const away = memory[(at + u) | 0] - memory[(mean + u) | 0]
      memory[(variance + u) | 0] += away * away
    }
  }
  for (let u = 0; u < units; u++) memory[(variance + u) | 0] /= rows
}

/** inverse[u] = 1/√(variance[u] + ε), ε at `epsilon` */
export function inverseRoots(variance: number, epsilon: number, inverse: number, units: number): void {
  const e = memory[epsilon]
  for (let u = 0; u < units; u++) memory[(inverse + u) | 0] = 1 / Math.sqrt(memory[(variance + u) | 0] + e)
}

/** u = (z − mean) · inverse; ẑ = γ u + β */
export function normalize(
  z: number, // (B, U), as are u and zHat
  u: number,
  zHat: number,
  mean: number, // (U), as are inverse, gamma and beta
  inverse: number,
  gamma: number,
  beta: number,
  rows: number,
  units: number,
): void {
  for (let r = 0; r < rows; r++) {
    const row = r * units
    for (let i = 0; i < units; i++) {
      const x = (memory[(z + row + i) | 0] - memory[(mean + i) | 0]) * memory[(inverse + i) | 0]
      memory[(u + row + i) | 0] = x
      memory[(zHat + row + i) | 0] = memory[(gamma + i) | 0] * x + memory[(beta + i) | 0]
    }
  }
}

/** ∂z = γ · inverse · (∂ẑ − share · (∂β + u ∂γ)/B); share 1, or 0 where nothing is to flow through μ and σ */
export function normalizeBackward(
  dzHat: number, // (B, U), as are u and dz
  u: number,
  dz: number,
  inverse: number, // (U), as are gamma, dGamma and dBeta
  gamma: number,
  dGamma: number,
  dBeta: number,
  rows: number,
  units: number,
  share: number,
): void {
  const weight = share / rows
  for (let r = 0; r < rows; r++) {
    const row = r * units
    for (let i = 0; i < units; i++) {
      const x = memory[(u + row + i) | 0]
      const through = weight * (memory[(dBeta + i) | 0] + x * memory[(dGamma + i) | 0])
      memory[(dz + row + i) | 0] =
        memory[(gamma + i) | 0] * memory[(inverse + i) | 0] * (memory[(dzHat + row + i) | 0] - through)
    }
  }
}

/** kept ← (1 − m) kept + m · fresh · over/under, m at `momentum`: the fraction is B/(B−1) for a variance. */
export function runningAverage(
  kept: number, // (U), as is fresh
  fresh: number,
  momentum: number,
  over: number,
  under: number,
  units: number,
): void {
  const m = memory[momentum]
  const factor = over / under
  for (let i = 0; i < units; i++) {
    const at = (kept + i) | 0
    memory[at] = (1 - m) * memory[at] + m * factor * memory[(fresh + i) | 0]
  }
}

/** sum += from · over/under */
export function accumulate(from: number, sum: number, over: number, under: number, units: number): void {
  const factor = over / under
  for (let i = 0; i < units; i++) memory[(sum + i) | 0] += factor * memory[(from + i) | 0]
}
