import type { Examples, Prepared } from '../datasets/index.ts'
import { type Network, type Statistics, testLoss, view } from '../network/index.ts'
import type { Insides } from './insides.ts'

/** What a network makes of each example that is held out, or of each training example where none is. */
export function scoresOf(
  network: Network,
  { train, validation, outputs }: Prepared,
  statisticsFor: (examples: Examples) => Statistics,
): NonNullable<Insides['scores']> {
  const examples = validation.count > 0 ? validation : train
  const statistics = statisticsFor(examples)
  const { capacity, layers, divergence } = network.inference
  const rows = Int32Array.from({ length: examples.count }, (_, i) => i)
  const predicted = new Float32Array(examples.count)
  const divergences = new Float32Array(examples.count)
  const isRegression = examples.labels.length === 0
  for (let first = 0; first < rows.length; first += capacity) {
    const part = rows.subarray(first, first + capacity)
    testLoss(network, examples, part, statistics)
    divergences.set(view(divergence, part.length), first)
    const y = view(layers[layers.length - 1].y, part.length * outputs)
    for (let i = 0; i < part.length; i++)
      predicted[first + i] = isRegression ? y[i] : classOf(y.subarray(i * outputs, (i + 1) * outputs))
  }
  return { of: examples === train ? 'training' : 'validation', predicted, divergences }
}

/** The likeliest class of one example's outputs. */
function classOf(y: Float64Array): number {
  if (y.length === 1) return y[0] > 0.5 ? 1 : 0
  let best = 0
  for (let c = 1; c < y.length; c++) if (y[c] > y[best]) best = c
  return best
}
