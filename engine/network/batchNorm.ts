import type { Layer } from './layer.ts'
import { view } from './kernels/arena.ts'
import {
  columnMoments,
  columnProducts,
  columnSums,
  inverseRoots,
  normalize,
  normalizeBackward,
  runningAverage,
} from './kernels/columns.ts'
import { copy } from './kernels/rows.ts'

/** Whose mean and variance a layer is normalized with: the batch's own, or averages over many batches. */
export type Statistics = 'batch' | 'running' | 'population'

/** What of a layer batch norm reads and writes. */
export type Normalized = Pick<
  Layer,
  | 'units'
  | 'gamma'
  | 'beta'
  | 'dGamma'
  | 'dBeta'
  | 'running'
  | 'population'
  | 'z'
  | 'mean'
  | 'variance'
  | 'inverse'
  | 'met'
  | 'u'
  | 'zHat'
  | 'dzHat'
  | 'dz'
>

/**
 * μ_B = Σ z/B;  σ²_B = Σ (z − μ_B)²/B;  u = (z − μ_B)/√(σ²_B + ε);  ẑ = γ u + β, for each unit by itself
 * (Ioffe & Szegedy, ICML 2015). `epsilon` is where ε lies.
 */
export function batchNormForward(
  layer: Normalized,
  rows: number,
  statistics: Statistics,
  epsilon: number,
): void {
  const { z, u, zHat, mean, variance, inverse, gamma, beta, met, units } = layer
  if (statistics === 'batch') columnMoments(z, mean, variance, rows, units)
  else copy(layer[statistics], mean, 2 * units)
  inverseRoots(variance, epsilon, inverse, units)
  normalize(z, u, zHat, mean, inverse, gamma, beta, rows, units)
  copy(gamma, met, units)
  copy(beta, met + units, units)
}

/**
 * ∂β = Σ ∂ẑ;  ∂γ = Σ u ∂ẑ;  ∂z = γ/√(σ²_B + ε) · (∂ẑ − ∂β/B − u ∂γ/B)
 *
 * The three terms of `batchNormTerms`, put together: every example moves μ_B and σ²_B, and through them all others.
 * `stop` leaves only the first, as if μ_B and σ²_B were constants.
 */
export function batchNormBackward(layer: Normalized, rows: number, stop: boolean): void {
  const { dzHat, dz, u, inverse, gamma, dGamma, dBeta, units } = layer
  columnSums(dzHat, dBeta, rows, units)
  columnProducts(u, dzHat, dGamma, rows, units)
  normalizeBackward(dzHat, u, dz, inverse, gamma, dGamma, dBeta, rows, units, stop ? 0 : 1)
}

/** Running averages as PyTorch keeps them, r ← (1 − m) r + m x, x = μ_B and σ²_B B/(B−1); σ²_B itself when B is 1. */
export function keepRunning({ running, mean, variance, units }: Layer, rows: number, momentum: number): void {
  runningAverage(running, mean, momentum, 1, 1, units)
  runningAverage(running + units, variance, momentum, rows, Math.max(1, rows - 1), units)
}

/** What each example's z does to the loss, by the way it takes. All but dVariance and dMean are (B, U). */
export interface BatchNormTerms {
  /** ∂u = γ ∂ẑ */
  du: Float64Array
  /** ∂σ² = −½ (σ²_B + ε)^(−3/2) Σ ∂u (z − μ_B), (U) */
  dVariance: Float64Array
  /** ∂μ = −Σ ∂u/√(σ²_B + ε), (U); what σ² depends on μ is zero, for the z − μ_B add up to zero. */
  dMean: Float64Array
  /** ∂u/√(σ²_B + ε) */
  throughU: Float64Array
  /** ∂σ² · 2(z − μ_B)/B */
  throughVariance: Float64Array
  /** ∂μ/B */
  throughMean: Float64Array
}

/** The terms of the last backward pass over `rows` examples, in new arrays; not for a step's hot path. */
export function batchNormTerms(layer: Normalized, rows: number): BatchNormTerms {
  const { units } = layer
  const n = rows * units
  const dzHat = view(layer.dzHat, n)
  const z = view(layer.z, n)
  const mean = view(layer.mean, units)
  const gamma = view(layer.met, units)
  const inverse = view(layer.inverse, units)
  const du = dzHat.map((d, i) => gamma[i % units] * d)
  const dVariance = new Float64Array(units)
  const dMean = new Float64Array(units)
  for (let i = 0; i < n; i++) {
    const column = i % units
    const scale = inverse[column]
    dVariance[column] -= 0.5 * scale * scale * scale * du[i] * (z[i] - mean[column])
    dMean[column] -= du[i] * scale
  }
  return {
    du,
    dVariance,
    dMean,
    throughU: du.map((d, i) => d * inverse[i % units]),
    throughVariance: z.map((value, i) => (dVariance[i % units] * 2 * (value - mean[i % units])) / rows),
    throughMean: du.map((_, i) => dMean[i % units] / rows),
  }
}
