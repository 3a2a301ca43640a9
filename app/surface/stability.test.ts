import { describe, expect, it } from 'vitest'
import { ravine, race } from './race.fixture.ts'
import { stabilityLimit } from './stability.ts'

const limitOf = ({ experiment }: ReturnType<typeof race>) => stabilityLimit(experiment, experiment.runs[0])

describe('stability limit', () => {
  it.each([
    ['sgd', {}, 0.04],
    ['momentum', { momentum: 0.9 }, 0.076],
    ['momentum', { momentum: 0 }, 0.04],
    ['momentum', { momentum: 0.9, form: 'buffer', dampening: 0.5 }, 0.152],
    ['nesterov', { momentum: 0.9 }, 3.8 / 2.8 / 50],
  ])('%s %o in the ravine of κ = 50: η = %d', (optimizer, hyper, eta) => {
    const limit = limitOf(ravine([[optimizer, 0.01, hyper]]))
    expect(limit?.eta).toBeCloseTo(eta, 12)
    expect(limit?.isExact).toBe(true)
  })
  it.each([
    ['sgd', {}],
    ['momentum', { momentum: 0.9 }],
    ['momentum', { momentum: 0.5, form: 'buffer', dampening: 0.3 }],
    ['nesterov', { momentum: 0.9 }],
    ['nesterov', { momentum: 0.6, form: 'buffer' }],
  ])('%s %o: 2 %% below it converges, 2 %% above diverges', (optimizer, hyper) => {
    const eta = limitOf(ravine([[optimizer, 0.01, hyper]], { rotation: 30 }))!.eta
    const last = (factor: number) => {
      const { traces } = ravine([[optimizer, eta * factor, hyper]], { rotation: 30 }, { steps: 3000 })
      const [trace] = traces
      return trace.stopped === undefined ? trace.rows[(trace.length - 1) * trace.layout.stride] : Infinity
    }
    expect(last(0.98)).toBeLessThan(1)
    expect(last(1.02)).toBeGreaterThan(1e6)
  })
  it('counts coupled weight decay as curvature', () => {
    const { experiment } = race({ runs: [{ optimizer: 'sgd', weightDecay: 10 }] })
    expect(stabilityLimit(experiment, experiment.runs[0])?.eta).toBeCloseTo(2 / 60, 12)
  })
  it('holds near the minimum only, where the surface is not quadratic', () => {
    const problem = { kind: 'surface', surface: 'rosenbrock', parameters: { b: 10 } }
    // The Hessian at (1, 1) is [[2 + 80, −40], [−40, 20]].
    const lambda = 51 + Math.sqrt(31 ** 2 + 40 ** 2)
    const limit = limitOf(race({ problem, runs: [{ optimizer: 'sgd' }] }))
    expect(limit?.eta).toBeCloseTo(2 / lambda, 12)
    expect(limit?.isExact).toBe(false)
  })
  it('is not claimed for rules that scale their steps, clipped gradients, or schedules', () => {
    expect(limitOf(ravine([['rmsprop', 0.1]]))).toBeUndefined()
    expect(limitOf(race({ runs: [{ optimizer: 'sgd', clipping: { kind: 'norm' } }] }))).toBeUndefined()
    expect(limitOf(race({ runs: [{ optimizer: 'sgd', schedule: { kind: 'cosine' } }] }))).toBeUndefined()
  })
})
