import type { Data } from './architecture.ts'
import { testLoss } from './inference.ts'
import type { Network } from './network.ts'
import { penaltyOf } from './penalty.ts'

/**
 * A direction of the flat vector as Li et al. (NeurIPS 2018) normalize it: each filter, here a neuron's row of incoming
 * weights, gets the length of the network's own, d ← d ‖w‖/‖d‖, so that a network scaled up does not look flatter. 0 in
 * biases, γ and β.
 */
export function filterNormalized(network: Network, direction: ArrayLike<number>): Float64Array {
  const out = new Float64Array(network.size)
  for (const { kind, offset, rows, columns, values } of network.parameters) {
    if (kind !== 'W') continue
    for (let row = 0; row < rows; row++) {
      const from = row * columns
      let own = 0
      let given = 0
      for (let i = from; i < from + columns; i++) {
        own += values[i] * values[i]
        given += direction[offset + i] * direction[offset + i]
      }
      const factor = given > 0 ? Math.sqrt(own) / Math.sqrt(given) : 0
      for (let i = from; i < from + columns; i++) out[offset + i] = direction[offset + i] * factor
    }
  }
  return out
}

/**
 * The objective over the examples `rows` names at w + axis[i] · first + axis[j] · second: one row of the result for each i.
 * The network is as it was afterwards.
 */
export function slice(
  network: Network,
  data: Data,
  rows: Int32Array,
  [first, second]: readonly [Float64Array, Float64Array],
  axis: readonly number[],
): Float64Array {
  const { w } = network
  const origin = w.slice()
  const out = new Float64Array(axis.length * axis.length)
  axis.forEach((a, i) =>
    axis.forEach((b, j) => {
      for (let p = 0; p < w.length; p++) w[p] = origin[p] + a * first[p] + b * second[p]
      out[i * axis.length + j] = testLoss(network, data, rows) + penaltyOf(network)
    }),
  )
  w.set(origin)
  return out
}
