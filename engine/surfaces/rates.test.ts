import { describe, expect, it } from 'vitest'
import { optimizers } from '../optimizers/index.ts'
import { defaults, type Value } from '../parameters.ts'
import type { Point, Surface } from '../surface.ts'
import { surfaces } from './index.ts'

interface Options {
  start?: Point
  values?: Record<string, Value>
  share?: number
  /** When to stop instead. */
  until?: (w: Float64Array, f: number) => boolean
  limit?: number
  /** The largest norm that a gradient may have. */
  clip?: number
  hyper?: Record<string, Value>
}

/** Updates until the height above the floor is at most a share of the start's; Infinity when it never is. */
function steps(surface: Surface, id: string, options: Options = {}): number {
  const { share = 0.01, limit = 1000, clip = Infinity, start = surface.starts[0] } = options
  const values = { ...defaults(surface.parameters), ...options.values }
  const rule = optimizers[id]
  const rate = surface.rates(values)[id]
  const hyper = { ...defaults(rule.parameters), learningRate: rate, ...options.hyper }
  const state = (size: number, initial: number) => new Float64Array(size).fill(initial)
  const slots = Object.fromEntries(
    Object.entries(rule.slots).map(([name, { size, initial = 0 }]) => [
      name,
      state(size === 'run' ? 1 : 2, typeof initial === 'function' ? initial(hyper as never) : initial),
    ]),
  )
  const w = Float64Array.from(start)
  const point = Float64Array.from(start)
  const gradient = new Float64Array(2)
  const floor = surface.floor(values)
  const goal = floor + share * (surface.value(w[0], w[1], values) - floor)
  for (let k = 1; k <= limit; k++) {
    const update = { w, gradient, slots, hyper, rate: hyper.learningRate, k }
    point.set(w)
    rule.lookAhead?.(update, point)
    surface.gradient(point[0], point[1], values, gradient)
    const norm = Math.hypot(gradient[0], gradient[1])
    if (norm > clip) for (let i = 0; i < 2; i++) gradient[i] *= clip / norm
    rule.update(update)
    const f = surface.value(w[0], w[1], values)
    if (options.until ? options.until(w, f) : f <= goal) return k
  }
  return Infinity
}

describe('the tuned rates', () => {
  it('need the steps that the lessons print', () => {
    const printed: readonly (readonly [string, string, number, Options?])[] = [
      ['rosenbrock', 'sgd', 33],
      ['rosenbrock', 'momentum', 38],
      ['rosenbrock', 'rmsprop', 82],
      ['rosenbrock', 'adam', 81],
      ['rosenbrock', 'sgd', 597, { start: [-1.2, 1], values: { b: 100 } }],
      ['rosenbrock', 'momentum', 77, { start: [-1.2, 1], values: { b: 100 } }],
      ['rosenbrock', 'rmsprop', 329, { start: [-1.2, 1], values: { b: 100 } }],
      ['rosenbrock', 'adam', 284, { start: [-1.2, 1], values: { b: 100 } }],
      ['beale', 'sgd', 43],
      ['beale', 'momentum', 47],
      ['beale', 'rmsprop', 52],
      ['beale', 'adam', 63],
      ['beale', 'sign', 42],
      ['himmelblau', 'sgd', 33],
      ['himmelblau', 'momentum', 18],
      ['himmelblau', 'rmsprop', 46],
      ['himmelblau', 'adam', 27],
      ['doubleWell', 'sgd', 78],
      ['doubleWell', 'momentum', 49],
      ['doubleWell', 'rmsprop', 73],
      ['doubleWell', 'adam', 33],
      ['well', 'sgd', 134],
      ['well', 'momentum', 38],
      ['well', 'rmsprop', 37],
      ['well', 'adam', 49],
      ['twoWeight', 'sgd', 28],
      ['twoWeight', 'momentum', 15],
      ['twoWeight', 'rmsprop', 46],
      ['twoWeight', 'adam', 25],
      ['ackley', 'adam', 47],
      ['l1Ravine', 'sgd', 96],
      ['l1Ravine', 'momentum', 255],
      ['l1Ravine', 'rmsprop', 87],
      ['l1Ravine', 'adam', 97],
    ]
    const measured = printed.map(([surface, id, , options]) => [
      surface,
      id,
      steps(surfaces[surface], id, options),
    ])
    expect(measured).toEqual(printed.map(([surface, id, k]) => [surface, id, k]))
  })

  it('make the race of the opening screen, counted until |w| < 0.4 on the ravine', () => {
    const until = (w: Float64Array) => Math.hypot(w[0], w[1]) < 0.4
    const race = {
      sgd: 66,
      momentum: 23,
      nesterov: 23,
      adagrad: 67,
      rmsprop: 53,
      adam: 28,
      sign: 47,
      rprop: 13,
    }
    const measured = Object.keys(race).map((id) => [id, steps(surfaces.ravine, id, { until })])
    expect(Object.fromEntries(measured)).toEqual(race)
    const slow = { until, hyper: { learningRate: 1, decay: 0.95, epsilon: 1e-3 } }
    expect(steps(surfaces.ravine, 'adadelta', slow)).toBe(70)
  })

  it('take clipped descent down the cliff in 74 steps', () => {
    expect(steps(surfaces.cliff, 'sgd', { clip: 0.5, until: (_, f) => f < 0.01 })).toBe(74)
  })

  it.each(Object.values(surfaces).map((surface) => [surface.id, surface] as const))(
    '%s: a rate for every optimizer named, with which it comes down by a tenth at least',
    (id, surface) => {
      const named = Object.keys(surface.rates(defaults(surface.parameters)))
      expect(named.length).toBeGreaterThan(10)
      expect(Object.keys(optimizers)).toEqual(expect.arrayContaining(named))
      const clip = id === 'cliff' ? 0.5 : Infinity
      for (const rule of named)
        expect(steps(surface, rule, { share: 0.9, limit: 600, clip }), rule).toBeLessThanOrEqual(600)
    },
  )

  it('move with the parameters that they depend on', () => {
    for (const kappa of [1, 10, 400])
      for (const id of ['sgd', 'momentum', 'nesterov', 'radam'])
        expect(steps(surfaces.ravine, id, { values: { kappa }, limit: 9000 }), id).toBeLessThan(9000)
    for (const b of [1, 10, 100, 1000])
      for (const id of ['sgd', 'momentum', 'nesterov'])
        expect(steps(surfaces.rosenbrock, id, { values: { b }, limit: 30000 }), `${id} ${b}`).toBeLessThan(
          30000,
        )
  })
})
