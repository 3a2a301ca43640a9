import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import katex from 'katex'
import { describe, expect, it } from 'vitest'
import { complaint, defaults } from '../parameters.ts'
import type { Value } from '../parameters.ts'
import type { Point, Surface } from '../surface.ts'
import { surfaces } from './index.ts'

const all = Object.values(surfaces)
const named = all.map((surface) => [surface.id, surface] as const)

const gradientAt = (surface: Surface, [x, y]: Point, values = defaults(surface.parameters)): Float64Array => {
  const out = new Float64Array(2)
  surface.gradient(x, y, values, out)
  return out
}
const hessianAt = (surface: Surface, [x, y]: Point, values = defaults(surface.parameters)): Float64Array => {
  const out = new Float64Array(3)
  surface.hessian(x, y, values, out)
  return out
}

/** Points of the map as fractions of its width and height. */
const fraction = fc.integer({ min: 0, max: 1000000 }).map((n) => n / 1000000)
const pointOn = (surface: Surface, s: number, t: number, values = defaults(surface.parameters)): Point => {
  const [xMin, xMax, yMin, yMax] = surface.domain(values)
  return [xMin + s * (xMax - xMin), yMin + t * (yMax - yMin)]
}

/** Every allowed value of every number parameter. */
const anyValues = (surface: Surface): fc.Arbitrary<Record<string, Value>> =>
  fc.record(
    Object.fromEntries(
      Object.entries(surface.parameters).map(([name, parameter]) => [
        name,
        parameter.kind === 'number'
          ? fraction.map((t) => parameter.min + t * (parameter.max - parameter.min))
          : fc.constant<Value>(parameter.default),
      ]),
    ),
  )

/**
 * The derivative of f along one coordinate from differences at h, h/2 and h/4, extrapolated twice (Richardson), and how far
 * the extrapolations are apart: where a kink or a cliff lies within h, they disagree and nothing can be said.
 */
function difference(f: (d: number) => number, h: number): { value: number; spread: number } {
  const [d1, d2, d4] = [h, h / 2, h / 4].map((step) => (f(step) - f(-step)) / (2 * step))
  const coarse = (4 * d2 - d1) / 3
  const fine = (4 * d4 - d2) / 3
  const value = (16 * fine - coarse) / 15
  return { value, spread: Math.abs(fine - coarse) }
}

describe('the registry', () => {
  it('lists every file of the folder, and a formula of one’s own', () => {
    const files = readdirSync(new URL('.', import.meta.url))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'index.ts')
      .map((name) => name.slice(0, -3))
    expect(Object.keys(surfaces).sort()).toEqual([...files, 'formula'].sort())
  })

  it('has distinct names that read after "On the"', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
    for (const { name } of all) expect(name).not.toMatch(/^(the|a|an) |[.:]$/i)
  })
})

describe.each(named)('%s', (_id, surface) => {
  const values = defaults(surface.parameters)
  const [xMin, xMax, yMin, yMax] = surface.domain(values)
  const within = ([x, y]: Point) => x >= xMin && x <= xMax && y >= yMin && y <= yMax
  const size = Math.max(xMax - xMin, yMax - yMin)

  it('says what it is and where it comes from', () => {
    expect(surface.summary).toMatch(/^[A-Z].*\.$/)
    expect(surface.sources.length).toBeGreaterThan(0)
    for (const source of surface.sources) expect(source).toMatch(/\d{4}/)
    const html = katex.renderToString(surface.formula, { throwOnError: true, strict: 'error' })
    expect(html).toContain('katex')
    for (const parameter of Object.values(surface.parameters)) {
      expect(complaint(parameter, parameter.default)).toBeUndefined()
      // a parameter that its formula does not show could not be understood
      if (parameter.kind === 'number') expect(surface.formula).toContain(parameter.symbol)
    }
  })

  it('has as gradient the slope of its value', () => {
    let compared = 0
    fc.assert(
      fc.property(fraction, fraction, (s, t) => {
        const [x, y] = pointOn(surface, s, t)
        const mine = gradientAt(surface, [x, y])
        const slopes = [
          difference((d) => surface.value(x + d, y, values), 1e-3 * size),
          difference((d) => surface.value(x, y + d, values), 1e-3 * size),
        ]
        const scale = 1 + Math.max(...slopes.map(({ value }) => Math.abs(value)))
        slopes.forEach(({ value, spread }, i) => {
          if (spread > 1e-4 * scale) return
          compared++
          expect(Math.abs(mine[i] - value)).toBeLessThan(1e-6 * scale + 0.1 * spread)
        })
      }),
      { numRuns: 300, seed: 1 },
    )
    expect(compared).toBeGreaterThan(300)
  })

  it('has as Hessian the slopes of its gradient', () => {
    let compared = 0
    const g = new Float64Array(2)
    const gradient = (x: number, y: number, i: number): number => {
      surface.gradient(x, y, values, g)
      return g[i]
    }
    fc.assert(
      fc.property(fraction, fraction, (s, t) => {
        const [x, y] = pointOn(surface, s, t)
        const [xx, xy, yy] = hessianAt(surface, [x, y])
        const slopes = [
          [xx, difference((d) => gradient(x + d, y, 0), 1e-3 * size)],
          [xy, difference((d) => gradient(x + d, y, 1), 1e-3 * size)],
          [xy, difference((d) => gradient(x, y + d, 0), 1e-3 * size)],
          [yy, difference((d) => gradient(x, y + d, 1), 1e-3 * size)],
        ] as const
        const scale = 1 + Math.max(...slopes.map(([, { value }]) => Math.abs(value)))
        for (const [mine, { value, spread }] of slopes) {
          if (spread > 1e-4 * scale) continue
          compared++
          expect(Math.abs(mine - value)).toBeLessThan(1e-6 * scale + 0.1 * spread)
        }
      }),
      { numRuns: 300, seed: 2 },
    )
    expect(compared).toBeGreaterThan(600)
  })

  it('marks points that are stationary, of the kind that is said', () => {
    for (const { at, kind } of surface.extrema(values)) {
      const [xx, xy, yy] = hessianAt(surface, at)
      const g = gradientAt(surface, at)
      // one unit in the last place of the coordinates is a slope of about curvature × 1e-15
      const limit = 1e-14 * (1 + Math.abs(xx) + Math.abs(xy) + Math.abs(yy))
      expect(Math.hypot(g[0], g[1]), `${kind} at ${at}`).toBeLessThan(limit)
      expect(within(at)).toBe(true)

      const here = surface.value(...at, values)
      const around = Array.from({ length: 64 }, (_, i) => {
        const angle = (i * Math.PI) / 32
        return surface.value(at[0] + 0.01 * Math.cos(angle), at[1] + 0.01 * Math.sin(angle), values) - here
      })
      const [up, down] = [around.some((d) => d > 0), around.some((d) => d < 0)]
      const seen = up && down ? 'saddle' : up ? 'minimum' : 'maximum'
      expect(seen, `${at}`).toBe(kind === 'global' || kind === 'local' ? 'minimum' : kind)
      if (kind === 'global') expect(here - surface.floor(values)).toBeLessThan(1e-13)
      if (kind === 'local') expect(here - surface.floor(values)).toBeGreaterThan(0.01)
    }
  })

  it('has no value below its floor on the map, and comes down to it', () => {
    let lowest = Infinity
    for (let i = 0; i <= 240; i++)
      for (let j = 0; j <= 240; j++)
        lowest = Math.min(lowest, surface.value(...pointOn(surface, i / 240, j / 240), values))
    for (const { at } of surface.extrema(values)) lowest = Math.min(lowest, surface.value(...at, values))
    const floor = surface.floor(values)
    expect(lowest).toBeGreaterThanOrEqual(floor - 1e-15 * Math.abs(floor))
    expect(lowest - floor).toBeLessThan(1e-3)
  })

  it('starts on the map, off the floor and not twice at one place', () => {
    expect(surface.starts.length).toBeGreaterThan(0)
    for (const start of surface.starts) {
      expect(within(start), `${start}`).toBe(true)
      expect(surface.value(...start, values) - surface.floor(values)).toBeGreaterThan(0.01)
    }
    expect(new Set(surface.starts.map(String)).size).toBe(surface.starts.length)
    expect(within(surface.pivot(values))).toBe(true)
  })

  it('is finite wherever its parameters and the map allow, and keeps its floor there', () => {
    fc.assert(
      fc.property(anyValues(surface), fraction, fraction, (some, s, t) => {
        const point = pointOn(surface, s, t, some)
        const [left, right, bottom, top] = surface.domain(some)
        const f = surface.value(...point, some)
        for (const one of [f, ...gradientAt(surface, point, some), ...hessianAt(surface, point, some)])
          expect(Number.isFinite(one)).toBe(true)
        const floor = surface.floor(some)
        expect(f).toBeGreaterThanOrEqual(floor - 1e-15 * Math.abs(floor))
        for (const { at } of surface.extrema(some)) {
          expect(at[0] >= left && at[0] <= right && at[1] >= bottom && at[1] <= top).toBe(true)
          expect(Math.hypot(...gradientAt(surface, at, some))).toBeLessThan(1e-9)
        }
        for (const rate of Object.values(surface.rates(some))) expect(rate).toBeGreaterThan(0)
      }),
      { numRuns: 300, seed: 3 },
    )
  })

  it('writes the slots that are its own and no others, the same bits every time', () => {
    const out = new Float64Array(5).fill(NaN)
    const [x, y] = surface.starts[0]
    surface.gradient(x, y, values, out)
    expect([...out.subarray(2)]).toEqual([NaN, NaN, NaN])
    expect([...out.subarray(0, 2)]).toEqual([...gradientAt(surface, [x, y])])
    surface.hessian(x, y, values, out)
    expect([...out.subarray(3)]).toEqual([NaN, NaN])
    expect([...out.subarray(0, 3)]).toEqual([...hessianAt(surface, [x, y])])
  })
})

describe('what the lessons say of single surfaces', () => {
  const norm = (g: Float64Array): number => Math.hypot(g[0], g[1])

  it('the well of width 0.8 has a slope of 2.6e-8 at (−4, 3), far below √ε', () => {
    expect(norm(gradientAt(surfaces.well, [-4, 3], { s: 0.8 }))).toBeCloseTo(2.6e-8, 9)
  })

  it('the cliff is above 1400 steep where half of the map is below 0.03', () => {
    const slopes: number[] = []
    for (let i = 0; i <= 400; i++)
      for (let j = 0; j <= 400; j++)
        slopes.push(norm(gradientAt(surfaces.cliff, pointOn(surfaces.cliff, i / 400, j / 400))))
    slopes.sort((a, b) => a - b)
    expect(slopes[Math.floor(slopes.length / 2)]).toBeCloseTo(0.026, 3)
    expect(slopes.at(-1)).toBeGreaterThan(1465)
    expect(slopes.at(-1)).toBeLessThan(1475)
  })

  it('the two-weight net has its saddle at a height of 0.225', () => {
    expect(surfaces.twoWeight.value(0, 0, {})).toBeCloseTo(0.225, 3)
    expect(surfaces.twoWeight.value(1.3, -0.4, {})).toBe(surfaces.twoWeight.value(-1.3, 0.4, {}))
  })

  it('the hill between the minima of Himmelblau is at (−0.2708, −0.9230)', () => {
    const top = surfaces.himmelblau.extrema({}).find(({ kind }) => kind === 'maximum')
    expect(top?.at[0]).toBeCloseTo(-0.2708, 4)
    expect(top?.at[1]).toBeCloseTo(-0.923, 4)
  })

  it('the local minima of Goldstein and Price are 30, 84 and 840 high, those of the camel −0.215 and 2.104', () => {
    const heights = (surface: Surface) =>
      surface
        .extrema({})
        .filter(({ kind }) => kind === 'local')
        .map(({ at }) => surface.value(...at, {}))
    const expected = [30, 84, 840]
    heights(surfaces.goldsteinPrice).forEach((f, i) => expect(f).toBeCloseTo(expected[i], 9))
    const camel = [-0.2154638, -0.2154638, 2.1042503, 2.1042503]
    heights(surfaces.sixHumpCamel).forEach((f, i) => expect(f).toBeCloseTo(camel[i], 6))
  })

  it('on the sharp-edged ravine the slope is the same at any distance, and 0 on the edges', () => {
    expect([...gradientAt(surfaces.l1Ravine, [-5, 2])]).toEqual([
      ...gradientAt(surfaces.l1Ravine, [-1e-9, 1e-9]),
    ])
    expect([...gradientAt(surfaces.l1Ravine, [0, 0])]).toEqual([0, 0])
  })

  it('the Ackley function is exactly 0 at its tip', () => {
    expect(surfaces.ackley.value(0, 0, {})).toBe(0)
  })
})
