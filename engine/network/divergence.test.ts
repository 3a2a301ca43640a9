import { describe, expect, test } from 'vitest'
import { everyRow, trained } from './network.fixture.ts'
import { createNetwork, parameterOf, releaseNetwork } from './network.ts'
import { view } from './kernels/arena.ts'

/** Loss and ∂ẑ of a layer without inputs' influence: its pre-activations are its biases. */
function at(z: readonly number[], target: readonly number[], output: string, divergence: string) {
  const shape = { inputs: 1, layers: [{ units: z.length, activation: output }], divergence }
  const network = createNetwork(shape, 1)
  parameterOf(network, 'b1').values.set(z)
  const loss = trained(network, { x: new Float64Array(1), d: Float64Array.from(target) }, everyRow(1))
  const slope = [...view(network.workspace.layers[0].dzHat, z.length)]
  releaseNetwork(network)
  return { loss, slope }
}

describe('a confident mistake', () => {
  test('is hardly corrected by L2 behind a sigmoid, and fully by KL', () => {
    const l2 = at([8], [0], 'sigmoid', 'l2')
    const kl = at([8], [0], 'sigmoid', 'bkl')
    expect(l2.slope[0]).toBeLessThan(4e-4)
    expect(kl.slope[0]).toBeGreaterThan(0.999)
  })

  test('is hardly corrected by L2 behind softmax, and fully by KL', () => {
    // Lesson 14: |Jᵀ(y − d)| is 0.0091 at (6, 0, 0) against the third class, while |y − d| goes to √2.
    const norm = (slope: number[]) => Math.sqrt(slope.reduce((sum, d) => sum + d * d, 0))
    expect(norm(at([6, 0, 0], [0, 0, 1], 'softmax', 'l2').slope)).toBeCloseTo(0.0091, 4)
    expect(norm(at([6, 0, 0], [0, 0, 1], 'softmax', 'kl').slope)).toBeCloseTo(1.41, 2)
  })
})

describe('a divergence', () => {
  test('is zero at its target, soft targets too', () => {
    expect(at([0.3, -2], [0.3, -2], 'linear', 'l2').loss).toBe(0)
    expect(at([0], [0.5], 'sigmoid', 'bkl').loss).toBeCloseTo(0, 15)
    expect(at([0, 0, 0, 0], [0.25, 0.25, 0.25, 0.25], 'softmax', 'kl').loss).toBeCloseTo(0, 15)
  })

  test('takes the logarithm of an output that is too small for a number: it is linear in ẑ there', () => {
    expect(at([2000], [0], 'sigmoid', 'bkl').loss).toBe(2000)
    expect(at([-2000], [1], 'sigmoid', 'bkl').loss).toBe(2000)
    expect(at([1000, -1000], [0, 1], 'softmax', 'kl').loss).toBe(2000)
  })

  test('still tells how right a very confident output is: e^−40, not 0', () => {
    expect(at([40], [1], 'sigmoid', 'bkl').loss / 4.248354255291589e-18).toBeCloseTo(1, 14)
    expect(at([40, 0], [1, 0], 'softmax', 'kl').loss / 4.248354255291589e-18).toBeCloseTo(1, 14)
  })

  test('counts two classes alike as one sigmoid and as softmax of (z, 0)', () => {
    for (const z of [-3, 0, 0.7, 12])
      for (const target of [0, 0.2, 1]) {
        const two = at([z, 0], [target, 1 - target], 'softmax', 'kl')
        const one = at([z], [target], 'sigmoid', 'bkl')
        expect(two.loss).toBeCloseTo(one.loss, 13)
        expect(two.slope[0]).toBeCloseTo(one.slope[0], 13)
      }
  })

  test('does not hide an overflow', () => {
    expect(at([NaN], [1], 'sigmoid', 'bkl').loss).toBeNaN()
    expect(at([NaN, 0], [1, 0], 'softmax', 'kl').loss).toBeNaN()
  })
})
