import { describe, expect, test } from 'vitest'
import { stream } from '../random.ts'
import { activations } from './activation.ts'
import type { Architecture, Settings } from './architecture.ts'
import { createCurvature } from './curvature.ts'
import { divergences } from './divergence.ts'
import { dropoutStreams } from './dropout.ts'
import { everyRow, someData, someNetwork, trained } from './network.fixture.ts'
import { type Network, releaseNetwork } from './network.ts'
import { drawMasks, train } from './training.ts'

const rows = 7
const hidden = Object.keys(activations).filter((id) => id !== 'softmax')

const architecture = (
  activation: string,
  output = 'linear',
  divergence = 'l2',
  batchNorm = false,
): Architecture => ({
  inputs: 3,
  layers: [
    { units: 5, activation, batchNorm },
    { units: 4, activation, batchNorm },
    { units: 3, activation: output },
  ],
  divergence,
})

/** The fourth-order difference quotient of the objective by one parameter. */
function quotient({ w }: Network, i: number, objective: () => number): number {
  const h = 1e-3
  const kept = w[i]
  const at = (away: number) => {
    w[i] = kept + away
    const value = objective()
    w[i] = kept
    return value
  }
  return (8 * (at(h) - at(-h)) - (at(2 * h) - at(-2 * h))) / (12 * h)
}

/** Holds the gradient of each named parameter against difference quotients. */
function check(shape: Architecture, settings: Partial<Settings> = {}, data = someData(shape, rows)): void {
  const network = someNetwork(shape, rows, settings)
  drawMasks(network, dropoutStreams(5, shape.layers), 1, rows)
  const objective = () => trained(network, data, everyRow(rows))
  objective()
  const gradient = network.gradient.slice()
  expect(gradient.some((g) => Math.abs(g) > 1e-3)).toBe(true)
  for (const { name, offset, values } of network.parameters)
    for (let i = 0; i < values.length; i++) {
      const difference = Math.abs(gradient[offset + i] - quotient(network, offset + i, objective))
      expect(difference, `${name}[${i}]`).toBeLessThan(1e-8)
    }
  releaseNetwork(network)
}

describe('the gradient of every named parameter is the slope of the objective', () => {
  test.each(hidden)('with %s in the hidden layers', (id) => check(architecture(id)))

  test.each(
    Object.values(divergences).flatMap(({ id, outputs }) => outputs.map((output) => [id, output] as const)),
  )('of %s behind %s', (id, output) => check(architecture('tanh', output, id)))

  test('of KL also where targets do not add up to one', () => {
    const shape = architecture('tanh', 'softmax', 'kl')
    const { x, d } = someData(shape, rows)
    check(shape, {}, { x, d: d.map((target, i) => target * (1 + (i % 5))) })
  })

  test.each(['tanh', 'gelu', 'elu', 'linear'])('through batch norm before %s', (id) =>
    check(architecture(id, 'softmax', 'kl', true)),
  )

  test.each(['lecture', 'inverse'] as const)('through dropout of inputs and hidden units, %s form', (form) =>
    check(architecture('tanh', 'sigmoid', 'bkl'), { dropout: { form, keep: [0.7, 0.6, 0.5] } }),
  )

  test('with L2 and L1 penalties', () => {
    check(architecture('tanh'), { penalty: { l2: 0.3, l1: 0 } })
    check(architecture('tanh'), { penalty: { l2: 0.1, l1: 0.2 } })
  })

  test('with all of these together', () => {
    const all = { penalty: { l2: 0.1, l1: 0.05 }, dropout: { form: 'inverse', keep: [1, 0.8, 0.6] } } as const
    check(architecture('gelu', 'softmax', 'kl', true), all)
  })

  test('without any hidden layer', () => {
    check({ inputs: 4, layers: [{ units: 3, activation: 'softmax' }], divergence: 'kl' })
  })
})

describe('the product with the Hessian is the slope of the gradient along v', () => {
  test.each([
    ...hidden.map((id) => [id, 'linear', 'l2'] as const),
    ...['sigmoid', 'softmax', 'tanh', 'gelu'].map((output) => ['tanh', output, 'l2'] as const),
    ['elu', 'softmax', 'kl'] as const,
    ['gelu', 'sigmoid', 'bkl'] as const,
  ])('%s hidden, %s output, %s', (id, output, divergence) => {
    const shape = architecture(id, output, divergence)
    const network = someNetwork(shape, rows, { penalty: { l2: 0.1, l1: 0.1 } })
    const data = someData(shape, rows)
    const { w, gradient, size } = network
    const random = stream(9, 'direction')
    const v = Float64Array.from({ length: size }, () => random.normal())
    const product = new Float64Array(size)
    const curvature = createCurvature(network, data, everyRow(rows))
    curvature.multiply(v, product)
    const origin = w.slice()
    const gradientAt = (away: number) => {
      origin.forEach((value, i) => (w[i] = value + away * v[i]))
      train(network, data, everyRow(rows))
      return gradient.slice()
    }
    const h = 1e-4
    const [above, below] = [gradientAt(h), gradientAt(-h)]
    product.forEach((value, i) => {
      expect(Math.abs(value - (above[i] - below[i]) / (2 * h)), `${i}`).toBeLessThan(1e-6)
    })
    expect(product.some((value) => Math.abs(value) > 0.01)).toBe(true)
    curvature.release()
    releaseNetwork(network)
  })
})
