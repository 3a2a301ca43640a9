import type { Activation } from './activation.ts'

/** Where a layer's numbers lie in the arena; matrices row by row, B rows of a batch, C inputs, U units. */
export interface Layer {
  readonly inputs: number
  readonly units: number
  readonly activation: Activation
  readonly batchNorm: boolean

  // Parameters and their gradients, next to each other in the flat vectors.
  readonly W: number // (U, C)
  readonly b: number // (U)
  readonly gamma: number // (U), with batch norm only, as beta
  readonly beta: number // (U)
  readonly dW: number
  readonly db: number
  readonly dGamma: number
  readonly dBeta: number

  // Statistics that outlive a batch; each a mean (U) with its variance (U) behind it.
  readonly running: number
  readonly population: number

  // The batch on its way forward.
  readonly x: number // (B, C) what the layer before gives
  readonly mask: number // (B, C) what dropout multiplies it by
  readonly masked: number // (B, C)
  readonly z: number // (B, U) affine map
  readonly mean: number // (U)
  readonly variance: number // (U), behind the mean
  readonly inverse: number // (U) 1/√(σ² + ε)
  readonly met: number // γ (U) and β (U) behind it as the batch met them: an optimizer has moved them since
  readonly u: number // (B, U) normalized
  readonly zHat: number // (B, U) γu + β; z itself without batch norm
  readonly y: number // (B, U) activation

  // Derivatives of the batch's mean divergence on their way back.
  readonly dzHat: number // (B, U) first with respect to y, then to ẑ, in place
  readonly dz: number // (B, U); dzHat itself without batch norm

  /** `x` or `masked`: what the affine map was given last. */
  input: number
}
