import { expect } from 'vitest'
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

/** How much rougher six layers are than one before any training, in the median of nine draws. */
const deepOverWide = (s: number) =>
  median(
    trained(weights, `untrained?init=scaled,${s}`, upTo(9), (runner) => {
      const [one, six] = [0, 1].map((i) => withNetwork(runner, i, roughness))
      return six / one
    }),
  )

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
    expect(deepOverWide(0.7)).toBeLessThan(1)
    expect(deepOverWide(1.5)).toBeGreaterThan(2)
    expect(deepOverWide(2)).toBeGreaterThan(5)
  },
})
