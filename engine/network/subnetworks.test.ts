import { describe, expect, test } from 'vitest'
import type { Architecture } from './architecture.ts'
import { dropoutStreams } from './dropout.ts'
import { predict } from './inference.ts'
import { someData, someNetwork } from './network.fixture.ts'
import { releaseNetwork } from './network.ts'
import { droppable, exactAverage, monteCarlo, subnetwork } from './subnetworks.ts'

const count = 150
const shape = (output: string, divergence: string, units = 6): Architecture => ({
  inputs: 2,
  layers: [
    { units, activation: 'tanh' },
    { units: 4, activation: 'relu' },
    { units: 2, activation: output },
  ],
  divergence,
})

const largestDifference = (a: Float64Array, b: Float64Array) =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i])), 0)

describe.each(['lecture', 'inverse'] as const)('the crowd of subnetworks, %s form', (form) => {
  test('has an exact mean that random subnetworks approach as 1/√n', () => {
    const architecture = shape('softmax', 'kl')
    const network = someNetwork(architecture, 1, { dropout: { form, keep: [1, 0.6, 0.8] } })
    const { x } = someData(architecture, count)
    const [exact, some, many] = [0, 1, 2].map(() => new Float64Array(2 * count))
    const streams = dropoutStreams(1, architecture.layers)
    exactAverage(network, x, count, exact)
    monteCarlo(network, streams, 50, x, count, some)
    monteCarlo(network, streams, 5000, x, count, many)
    expect(largestDifference(many, exact)).toBeLessThan(0.02)
    expect(largestDifference(some, exact)).toBeGreaterThan(2 * largestDifference(many, exact))
    // Probabilities of the subnetworks add up to one, so the outputs are still a distribution.
    for (let r = 0; r < count; r++) expect(exact[2 * r] + exact[2 * r + 1]).toBeCloseTo(1, 12)
    releaseNetwork(network)
  })

  test('is the whole network with scaled weights, exactly, where only the last layer drops and is linear', () => {
    const architecture = shape('linear', 'l2')
    const network = someNetwork(architecture, 1, { dropout: { form, keep: [1, 1, 0.3] } })
    const { x } = someData(architecture, count)
    const [exact, scaled] = [0, 1].map(() => new Float64Array(2 * count))
    exactAverage(network, x, count, exact)
    predict(network, x, count, scaled)
    expect(largestDifference(exact, scaled)).toBeLessThan(1e-13)
    releaseNetwork(network)
  })

  test('is not, by a real margin, where a layer before it drops: the scaled network is an approximation', () => {
    const architecture = shape('linear', 'l2')
    const network = someNetwork(architecture, 1, { dropout: { form, keep: [0.5, 0.5, 1] } })
    const { x } = someData(architecture, count)
    const [exact, scaled] = [0, 1].map(() => new Float64Array(2 * count))
    exactAverage(network, x, count, exact)
    predict(network, x, count, scaled)
    expect(largestDifference(exact, scaled)).toBeGreaterThan(0.02)
    releaseNetwork(network)
  })
})

test('one subnetwork is the network without the units that are dropped', () => {
  const architecture = shape('softmax', 'kl')
  const network = someNetwork(architecture, 1, { dropout: { form: 'lecture', keep: [1, 0.5, 1] } })
  const { x } = someData(architecture, count)
  const [sub, cut] = [0, 1].map(() => new Float64Array(2 * count))
  subnetwork(network, (_, input) => input !== 2, x, count, sub)
  const smaller = someNetwork(architecture, 1)
  // The same without dropout, the unit's outgoing weights being 0.
  const outgoing = smaller.parameters.find(({ name }) => name === 'W2')!
  for (let u = 0; u < outgoing.rows; u++) outgoing.values[u * outgoing.columns + 2] = 0
  predict(smaller, x, count, cut)
  expect(sub).toEqual(cut)
  releaseNetwork(network)
  releaseNetwork(smaller)
})

test('the exact mean is the sum over all subnetworks, each by its probability', () => {
  const architecture: Architecture = {
    inputs: 2,
    layers: [2, 1, 1].map((units) => ({ units, activation: 'sigmoid' })),
    divergence: 'bkl',
  }
  const keep = [1, 0.6, 0.9]
  const network = someNetwork(architecture, 1, { dropout: { form: 'lecture', keep } })
  const { x } = someData(architecture, count)
  const [exact, sub, sum] = [0, 1, 2].map(() => new Float64Array(count))
  for (const a of [0, 1])
    for (const b of [0, 1])
      for (const c of [0, 1]) {
        subnetwork(network, (layer, input) => [[], [a, b], [c]][layer][input] === 1, x, count, sub)
        const probability = (a ? 0.6 : 0.4) * (b ? 0.6 : 0.4) * (c ? 0.9 : 0.1)
        for (let i = 0; i < count; i++) sum[i] += probability * sub[i]
      }
  exactAverage(network, x, count, exact)
  expect(largestDifference(exact, sum)).toBeLessThan(1e-14)
  releaseNetwork(network)
})

test('the exact mean is refused beyond 12 units that may be dropped', () => {
  const architecture = shape('softmax', 'kl', 13)
  const network = someNetwork(architecture, 1, { dropout: { form: 'lecture', keep: [1, 0.5, 1] } })
  expect(droppable(network)).toHaveLength(13)
  expect(() => exactAverage(network, new Float64Array(2), 1, new Float64Array(2))).toThrow('not 13')
  releaseNetwork(network)
})
