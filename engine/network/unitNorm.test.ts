import { afterEach, describe, expect, test } from 'vitest'
import { type Architecture, plainSettings } from './architecture.ts'
import { batchNormForward, batchNormTerms } from './batchNorm.ts'
import { denseForward } from './dense.ts'
import { diverge } from './divergence.ts'
import { used, view } from './kernels/arena.ts'
import { everyRow, someData, someNetwork } from './network.fixture.ts'
import { type Network, releaseNetwork } from './network.ts'
import { load, train } from './training.ts'
import { normalizeUnit } from './unitNorm.ts'

const rows = 7
const all = everyRow(rows)
const shape: Architecture = {
  inputs: 3,
  layers: [
    { units: 5, activation: 'tanh', batchNorm: true },
    { units: 4, activation: 'gelu', batchNorm: true },
    { units: 3, activation: 'softmax' },
  ],
  divergence: 'kl',
}
const data = someData(shape, rows)

afterEach(() => {
  if (used() > 0) throw new Error(`${used()} numbers of the arena were not given back`)
})

/** The batch's mean divergence if entry `at` of a layer's z were `away` from what the layer makes. */
function lossWith(network: Network, layer: number, at: number, away: number): number {
  const { workspace, constants, divergence } = network
  const { layers } = workspace
  load(workspace, data, all, 0, rows)
  layers.forEach((one, l) => {
    one.input = one.x
    denseForward(one, rows)
    if (l === layer) view(one.z, rows * one.units)[at] += away
    if (one.batchNorm) batchNormForward(one, rows, 'batch', constants.epsilon)
    one.activation.forward(one.zHat, one.y, rows, one.units)
  })
  diverge(divergence, layers[layers.length - 1], workspace.target, workspace.divergence, rows)
  return view(workspace.divergence, rows).reduce((sum, one) => sum + one, 0) / rows
}

describe('the three terms through batch norm', () => {
  test.each([0, 1])('of layer %i are together the slope of the loss by each z of the batch', (l) => {
    const network = someNetwork(shape, rows)
    train(network, data, all)
    const { throughU, throughVariance, throughMean } = batchNormTerms(network.workspace.layers[l], rows)
    const h = 1e-3
    throughU.forEach((own, at) => {
      const [a, b] = [1, 2].map((n) => lossWith(network, l, at, n * h) - lossWith(network, l, at, -n * h))
      const sum = own + throughVariance[at] + throughMean[at]
      expect(Math.abs(sum - (8 * a - b) / (12 * h)), `${at}`).toBeLessThan(1e-9)
    })
    releaseNetwork(network)
  })

  test('stay those of the batch after an optimizer has moved γ and the weights', () => {
    const network = someNetwork(shape, rows)
    train(network, data, all)
    const [layer] = network.workspace.layers
    const before = batchNormTerms(layer, rows)
    network.w.forEach((_, i) => (network.w[i] += 0.5))
    expect(batchNormTerms(layer, rows)).toEqual(before)
    releaseNetwork(network)
  })
})

describe('one unit by itself', () => {
  const settings = { gamma: 1.3, beta: -0.4, epsilon: plainSettings.batchNorm.epsilon }

  test('is normalized to the bits of the network', () => {
    const network = someNetwork(shape, rows)
    train(network, data, all)
    const { z, u, zHat, gamma, beta, mean, variance, units } = network.workspace.layers[1]
    const column = (at: number) => view(at, rows * units).filter((_, i) => i % units === 2)
    const own = { ...settings, gamma: view(gamma, units)[2], beta: view(beta, units)[2] }
    const made = normalizeUnit(column(z), own, 0)
    expect(made).toMatchObject({ mean: view(mean, units)[2], variance: view(variance, units)[2] })
    expect([made.u, made.zHat]).toEqual([column(u), column(zHat)])
    releaseNetwork(network)
  })

  test('is pulled by one example as all u_j move with z_i, up to nothing in sum', () => {
    const z = Float64Array.of(0.3, -1.2, 2.1, 0.7, -0.4, 1.9)
    const at = (away: number) => normalizeUnit(z.with(2, z[2] + away), settings, 2)
    const { pull } = at(0)
    const h = 1e-5
    const [above, below] = [at(h).u, at(-h).u]
    pull.forEach((one, j) => expect(one).toBeCloseTo((above[j] - below[j]) / (2 * h), 8))
    expect(pull[2]).toBeGreaterThan(0)
    expect(pull.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0, 14)
  })
})
