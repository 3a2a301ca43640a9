import { penalize } from './kernels/rows.ts'
import type { Network } from './network.ts'

/**
 * ½λ₂ Σ W² + λ₁ Σ |W| over the weights, not over biases, γ or β; its derivative λ₂ W + λ₁ sign W is added to the
 * gradient. Weight decay of an optimizer, in contrast, is that optimizer's own and no part of the objective.
 */
export function addPenalty({ constants, settings, workspace, sums }: Network): number {
  const { l2, l1 } = settings.penalty
  if (l2 === 0 && l1 === 0) return 0
  sums[1] = 0
  for (const { W, dW, units, inputs } of workspace.layers)
    penalize(W, dW, units * inputs, constants.lambdas, constants.sums + 1)
  return sums[1]
}

/** ½λ₂ Σ W² + λ₁ Σ |W| at the network's present weights. */
export function penaltyOf({ parameters, settings }: Network): number {
  const { l2, l1 } = settings.penalty
  let squares = 0
  let sizes = 0
  for (const { kind, values } of parameters)
    if (kind === 'W')
      for (const w of values) {
        squares += w * w
        sizes += Math.abs(w)
      }
  return 0.5 * l2 * squares + l1 * sizes
}
