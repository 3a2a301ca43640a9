import { describe, expect, test } from 'vitest'
import { defaults } from '../parameters.ts'
import type { Architecture } from './architecture.ts'
import { initialize, initializers } from './initializers.ts'
import { createNetwork, parameterOf, releaseNetwork } from './network.ts'

const architecture: Architecture = {
  inputs: 100,
  layers: [
    { units: 128, activation: 'relu', batchNorm: true },
    { units: 64, activation: 'relu' },
    { units: 3, activation: 'softmax' },
  ],
  divergence: 'kl',
}

const meanSquare = (values: Float64Array) => values.reduce((sum, w) => sum + w * w, 0) / values.length

describe('weights begin with the spread of their rule', () => {
  test.each([
    ['xavier', 2 / (100 + 128)],
    ['he', 2 / 100],
    ['normal', 0.01],
    ['scaled', 1 / 100],
    ['zero', 0],
  ])('%s', (id, variance) => {
    const network = createNetwork(architecture, 1)
    const initializer = initializers[id]
    initialize(network, initializer, 1, defaults(initializer.parameters))
    const { values } = parameterOf(network, 'W1')
    expect(meanSquare(values)).toBeLessThanOrEqual(1.05 * variance)
    expect(meanSquare(values)).toBeGreaterThanOrEqual(0.95 * variance)
    expect(Math.abs(values.reduce((sum, w) => sum + w, 0) / values.length)).toBeLessThanOrEqual(
      0.05 * variance ** 0.5,
    )
    expect(parameterOf(network, 'b1').values.every((b) => b === 0)).toBe(true)
    expect(parameterOf(network, 'gamma1').values.every((gamma) => gamma === 1)).toBe(true)
    releaseNetwork(network)
  })
})

test('the same seed gives the same weights, layer by layer, whatever the other layers are', () => {
  const changed = {
    ...architecture,
    layers: architecture.layers.map((layer, l) =>
      l === 2 ? { ...layer, units: 2 } : { ...layer, batchNorm: false },
    ),
  }
  const [one, other] = [createNetwork(architecture, 1), createNetwork(changed, 1)]
  for (const network of [one, other]) initialize(network, initializers.he, 5)
  for (const name of ['W1', 'W2'])
    expect(parameterOf(other, name).values).toEqual(parameterOf(one, name).values)
  initialize(other, initializers.he, 6)
  expect(parameterOf(other, 'W1').values).not.toEqual(parameterOf(one, 'W1').values)
  releaseNetwork(one)
  releaseNetwork(other)
})

test('any parameter can be given, by its name', () => {
  const network = createNetwork(architecture, 1)
  initialize(network, initializers.xavier, 1, {}, { b3: [1, 2, 3], gamma1: new Float64Array(128).fill(0.5) })
  expect([...parameterOf(network, 'b3').values]).toEqual([1, 2, 3])
  const { offset } = parameterOf(network, 'gamma1')
  expect(network.w.subarray(offset, offset + 128).every((gamma) => gamma === 0.5)).toBe(true)
  expect(() => initialize(network, initializers.xavier, 1, {}, { b4: [1] })).toThrow(
    'There is no parameter b4.',
  )
  releaseNetwork(network)
})

test('names, places and shapes cover the flat vector without a gap', () => {
  const network = createNetwork(architecture, 1)
  const names = network.parameters.map(({ name }) => name)
  expect(names).toEqual(['W1', 'b1', 'gamma1', 'beta1', 'W2', 'b2', 'W3', 'b3'])
  let next = 0
  for (const { offset, rows, columns } of network.parameters) {
    expect(offset).toBe(next)
    next += rows * columns
  }
  expect(next).toBe(network.size)
  releaseNetwork(network)
})
