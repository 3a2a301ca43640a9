import { afterEach, expect, test } from 'vitest'
import { sin } from '../mathematics.ts'
import { adam, allReleased, finishAfter, network } from './networks.fixture.ts'
import { meanLaplacian } from './roughness.ts'
import { createRunner } from './runner.ts'

afterEach(allReleased)

const on = (side: number, apart: number, f: (x: number, y: number) => number) =>
  Float64Array.from({ length: side * side }, (_, i) => f(apart * (i % side), apart * Math.floor(i / side)))

test('the mean Laplacian is that of calculus', () => {
  expect(
    meanLaplacian(
      on(9, 0.25, (x, y) => x * x - 3 * y * y),
      9,
      1,
      0.25,
    ),
  ).toBeCloseTo(4, 10)
  expect(
    meanLaplacian(
      on(9, 0.25, (x, y) => 7 * x - 2 * y),
      9,
      1,
      0.25,
    ),
  ).toBeCloseTo(0, 10)
  // |Δ sin x sin y| = 2 |sin x sin y|, whose mean over a period is 2 (2/π)².
  const apart = (2 * Math.PI) / 200
  expect(
    meanLaplacian(
      on(201, apart, (x, y) => sin(x) * sin(y)),
      201,
      1,
      apart,
    ),
  ).toBeCloseTo(8 / Math.PI ** 2, 1)
})

test('several outputs are averaged', () => {
  const one = on(5, 1, (x) => x * x)
  const two = Float64Array.from({ length: 50 }, (_, i) => (i % 2 ? 0 : one[i >> 1]))
  expect(meanLaplacian(two, 5, 2, 1)).toBeCloseTo(meanLaplacian(one, 5, 1, 1) / 2, 12)
})

test('a network of larger weights is rougher; one of no plane has no roughness', () => {
  const roughness = (problem: object) =>
    finishAfter(createRunner(network(problem, { runs: [adam] })), (runner) => {
      const asked = { step: 0, runs: [0], parts: ['roughness' as const], map: [1, 1] as const, neuron: 1 }
      return runner.insides(0, asked).roughness
    })
  const scaled = (scale: number) => roughness({ initializer: { kind: 'normal', scale } })!
  expect(scaled(2)).toBeGreaterThan(5 * scaled(0.5))
  expect(roughness({ data: { kind: 'sine' } })).toBeUndefined()
})
