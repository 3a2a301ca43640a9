import type { Layer } from './layer.ts'
import { columnSums } from './kernels/columns.ts'
import { multiply, multiplyTransposed, outer } from './kernels/products.ts'

/**
 * z = W a + b for every example of the batch, a being the layer's inputs after dropout.
 * Z = A Wᵀ + 1 bᵀ: (B, U) = (B, C)(C, U)
 */
export function denseForward({ input, W, b, z, inputs, units }: Layer, rows: number): void {
  multiply(input, W, b, z, rows, units, inputs)
}

/**
 * ∂W = ∂Zᵀ A: (U, C) = (U, B)(B, C);  ∂b = ∂Zᵀ 1;  ∂A = ∂Z W: (B, C) = (B, U)(U, C), which is written to `below`
 * unless that is −1: nobody asks how the loss depends on the data.
 */
export function denseBackward(
  { input, W, dW, db, dz, inputs, units }: Layer,
  rows: number,
  below: number,
): void {
  outer(dz, input, dW, rows, units, inputs)
  columnSums(dz, db, rows, units)
  if (below >= 0) multiplyTransposed(dz, W, below, rows, units, inputs)
}
