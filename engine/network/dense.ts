import type { Layer } from './layer.ts'
import { columnSums } from './kernels/columns.ts'
import { multiply, multiplyTransposed, outer } from './kernels/products.ts'
import { clear } from './kernels/rows.ts'

/**
 * z = W a + b for every example of the batch, a being the layer's inputs after dropout.
 * Z = A Wᵀ + 1 bᵀ: (B, U) = (B, C)(C, U)
 */
export function denseForward({ input, W, b, z, inputs, units }: Layer, rows: number): void {
  multiply(input, W, b, z, rows, units, inputs)
}

/**
 * ∂W = ∂Zᵀ A: (U, C) = (U, B)(B, C);  ∂b = ∂Zᵀ 1;  ∂A = ∂Z W: (B, C) = (B, U)(U, C), which is written to `below`
 * unless that is −1: nobody asks how the loss depends on the data. `centred` says that each ∂z adds up to 0 over the
 * batch, and so ∂b; summed up in floats it would be near 1e-17, which Adam and its like would blow up to steps.
 */
export function denseBackward(
  { input, W, dW, db, dz, inputs, units }: Layer,
  rows: number,
  below: number,
  centred: boolean,
): void {
  outer(dz, input, dW, rows, units, inputs)
  if (centred) clear(db, units)
  else columnSums(dz, db, rows, units)
  if (below >= 0) multiplyTransposed(dz, W, below, rows, units, inputs)
}
