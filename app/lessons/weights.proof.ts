import { expect } from 'vitest'
import { createNetwork, parameterOf, releaseNetwork } from '../../engine/network/index.ts'
import { Random } from '../../engine/random.ts'
import { each, median, roughness, trained, withNetwork } from './networks.fixture.ts'
import { prove } from './proof.fixture.ts'
import { follow, upTo } from './races.fixture.ts'
import { weights } from './weights.ts'

const seeds = [1, 2, 3, 4, 5]
const rough = (figure: string, runs: readonly number[], over = seeds) =>
  trained(weights, figure, over, (runner) => ({
    weights: each('weightNorm')(runner),
    rough: runs.map((i) => withNetwork(runner, i, roughness)),
    test: each('validationAccuracy')(runner),
    train: each('trainAccuracy')(runner),
  }))
/** Both claims about λ are of the same runs. */
let kept: ReturnType<typeof rough> | undefined
const lambdas = () => (kept ??= rough('lambda', [0, 1]))

/** The roughness of a random network of some 400 weights of spread s / √inputs. */
function untrained(depth: number, s: number, seed: number): number {
  const units = depth === 1 ? 100 : 8
  const network = createNetwork(
    {
      inputs: 2,
      layers: [
        ...upTo(depth).map(() => ({ units, activation: 'tanh' })),
        { units: 1, activation: 'sigmoid' },
      ],
      divergence: 'bkl',
    },
    1,
  )
  const random = new Random(seed, 'untrained')
  for (const { name } of network.parameters) {
    const { values, columns } = parameterOf(network, name)
    if (name.startsWith('W'))
      values.forEach((_, i) => (values[i] = (s / Math.sqrt(columns)) * random.normal()))
  }
  try {
    return roughness(network)
  } finally {
    releaseNetwork(network)
  }
}
const deepOverWide = (s: number) =>
  median(upTo(9).map((seed) => untrained(6, s, seed))) / median(upTo(9).map((seed) => untrained(1, s, seed)))

export const proof = prove(weights, {
  smooth() {
    expect(median(lambdas().map(({ weights: [free, some] }) => free / some))).toBeGreaterThan(2)
    expect(median(lambdas().map(({ rough: [free, some] }) => free / some))).toBeGreaterThan(2)
  },
  better() {
    expect(median(lambdas().map(({ test: [free, some] }) => some - free))).toBeGreaterThan(0.03)
    for (const { train } of lambdas()) expect(train[2]).toBeLessThan(train[0])
  },
  adam() {
    for (const [lambda, decoupled] of [
      [0.01, 0.995],
      [0.1, 0.951],
      [1, 0.605],
    ]) {
      const beside = follow('adamw', { learningRate: 0.01, weightDecay: lambda }, [1], () => [0], 50)
      expect(beside[50][0]).toBeCloseTo(decoupled, 3)
      const options = { learningRate: 0.01, epsilonInside: false }
      const inside = follow('adam', options, [1], ([w]) => [lambda * w], 50)
      expect(inside[50][0]).toBeCloseTo(0.537, 3)
    }
  },
  depth() {
    const ratios = rough('depth', [0, 2], [1, 2, 3]).map(({ rough: [one, four] }) => four / one)
    expect(median(ratios)).toBeGreaterThan(1.2)
  },
  chaos() {
    expect(deepOverWide(2.5)).toBeGreaterThan(3)
    expect(deepOverWide(0.7)).toBeLessThan(2)
  },
})
