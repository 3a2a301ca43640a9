import { arena } from './arena.ts'

const memory = arena

/**
 * Loops over the columns of (B, U) matrices: what batch norm needs. Every sum over the batch runs from its first row to
 * its last, four columns side by side, so that none waits for its own last addition. Where fewer than four are left, the
 * last stands in for those that are not there: what it writes once more is the same.
 */

/** sum[u] = Σ_r m[r][u] */
export function columnSums(m: number, sum: number, rows: number, units: number): void {
  const last = (units - 1) | 0
  for (let u = 0; u < units; u += 4) {
    const u1 = Math.min(u + 1, last)
    const u2 = Math.min(u + 2, last)
    const u3 = Math.min(u + 3, last)
    let s0 = 0
    let s1 = 0
    let s2 = 0
    let s3 = 0
    for (let r = 0, at = m | 0; r < rows; r++, at = (at + units) | 0) {
      s0 += memory[(at + u) | 0]
      s1 += memory[(at + u1) | 0]
      s2 += memory[(at + u2) | 0]
      s3 += memory[(at + u3) | 0]
    }
    memory[(sum + u) | 0] = s0
    memory[(sum + u1) | 0] = s1
    memory[(sum + u2) | 0] = s2
    memory[(sum + u3) | 0] = s3
  }
}

/** sum[u] = Σ_r m[r][u] n[r][u] */
export function columnProducts(m: number, n: number, sum: number, rows: number, units: number): void {
  const last = (units - 1) | 0
  for (let u = 0; u < units; u += 4) {
    const u1 = Math.min(u + 1, last)
    const u2 = Math.min(u + 2, last)
    const u3 = Math.min(u + 3, last)
    let s0 = 0
    let s1 = 0
    let s2 = 0
    let s3 = 0
    for (let r = 0, at = m | 0, by = n | 0; r < rows; r++, at = (at + units) | 0, by = (by + units) | 0) {
      s0 += memory[(at + u) | 0] * memory[(by + u) | 0]
      s1 += memory[(at + u1) | 0] * memory[(by + u1) | 0]
      s2 += memory[(at + u2) | 0] * memory[(by + u2) | 0]
      s3 += memory[(at + u3) | 0] * memory[(by + u3) | 0]
    }
    memory[(sum + u) | 0] = s0
    memory[(sum + u1) | 0] = s1
    memory[(sum + u2) | 0] = s2
    memory[(sum + u3) | 0] = s3
  }
}

/** sum[u] = Σ_r (z[r][u] − mean[u])² */
function columnSquares(z: number, mean: number, sum: number, rows: number, units: number): void {
  const last = (units - 1) | 0
  for (let u = 0; u < units; u += 4) {
    const u1 = Math.min(u + 1, last)
    const u2 = Math.min(u + 2, last)
    const u3 = Math.min(u + 3, last)
    const m0 = memory[(mean + u) | 0]
    const m1 = memory[(mean + u1) | 0]
    const m2 = memory[(mean + u2) | 0]
    const m3 = memory[(mean + u3) | 0]
    let s0 = 0
    let s1 = 0
    let s2 = 0
    let s3 = 0
    for (let r = 0, at = z | 0; r < rows; r++, at = (at + units) | 0) {
      const d0 = memory[(at + u) | 0] - m0
      const d1 = memory[(at + u1) | 0] - m1
      const d2 = memory[(at + u2) | 0] - m2
      const d3 = memory[(at + u3) | 0] - m3
      s0 += d0 * d0
      s1 += d1 * d1
      s2 += d2 * d2
      s3 += d3 * d3
    }
    memory[(sum + u) | 0] = s0
    memory[(sum + u1) | 0] = s1
    memory[(sum + u2) | 0] = s2
    memory[(sum + u3) | 0] = s3
  }
}

/** mean[u] = Σ_r z[r][u]/B; variance[u] = Σ_r (z[r][u] − mean[u])²/B */
export function columnMoments(z: number, mean: number, variance: number, rows: number, units: number): void {
  columnSums(z, mean, rows, units)
  for (let u = 0; u < units; u++) memory[(mean + u) | 0] /= rows
  columnSquares(z, mean, variance, rows, units)
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
