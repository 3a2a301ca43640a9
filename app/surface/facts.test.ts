import { surfaceOf } from '../../engine/experiment/kinds.ts'
import { expect, it } from 'vitest'
import { poseSurface } from '../../engine/training/surfaceObjective.ts'
import { arrival, leavesMap, stepsToOnePercent } from './facts.ts'
import { race, ravine } from './race.fixture.ts'

it('counts the steps to 1 % of the start’s height', () => {
  // Plain descent along x only: ½(5·0.9ᵏ)² ≤ 1 % of ½·25 from 0.9ᵏ ≤ 0.1 on, k = 22.
  const { traces } = ravine([['sgd', 0.1]], { parameters: { kappa: 1 }, start: [-5, 0] })
  expect(stepsToOnePercent(traces[0], 0)).toBe(22)
  expect(stepsToOnePercent(traces[0], 0)).toBe(22)
  // Of a height over another floor it is another step.
  expect(stepsToOnePercent(traces[0], -1000)).toBeUndefined()
})

it('says when a run left the map for good', () => {
  const { experiment, traces } = ravine([
    ['sgd', 0.0401],
    ['sgd', 0.041],
    ['sgd', 0.038],
  ])
  const { domain } = poseSurface(surfaceOf(experiment))
  expect(leavesMap(traces[0], domain)).toBeUndefined()
  expect(leavesMap(traces[1], domain)).toBe(15)
  expect(leavesMap(traces[2], domain)).toBeUndefined()
})

const arrivals = (input: unknown) => {
  const { experiment, traces } = race(input)
  const { floor, domain } = poseSurface(surfaceOf(experiment))
  const { steps } = experiment
  const problem = surfaceOf(experiment)
  return traces.map((trace) => arrival(trace, { floor, domain, steps, noise: problem.noise }))
}

it('tells not yet from never and from left', () => {
  const runs = [
    { optimizer: 'sgd', hyperparameters: { learningRate: 0.001 } },
    { optimizer: 'sgd', hyperparameters: { learningRate: 10 } },
    { optimizer: 'momentum', hyperparameters: { learningRate: 0.01 } },
  ]
  expect(arrivals({ runs, steps: 400 }).map(({ kind }) => kind)).toEqual(['notYet', 'left', 'at'])
  // In a local minimum, at rest.
  const camel = { kind: 'surface', surface: 'sixHumpCamel', start: [-1.6, 0.9] }
  const sgd = { optimizer: 'sgd', hyperparameters: { learningRate: 0.05 } }
  expect(arrivals({ problem: camel, runs: [sgd], steps: 2000 })).toEqual([{ kind: 'never' }])
})
