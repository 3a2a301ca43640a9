import { describe, expect, it } from 'vitest'
import reference from '../golden/public/surfaces.json'
import { cos, PI, sin } from '../mathematics.ts'
import { defaults } from '../parameters.ts'
import type { Value } from '../parameters.ts'
import { surfaces } from './index.ts'

/** The reference's family names, and its parameter names where ours differ. */
const ids: Readonly<Record<string, string>> = {
  styblinski_tang: 'styblinskiTang',
  six_hump_camel: 'sixHumpCamel',
  monkey_saddle: 'monkeySaddle',
}
const parameterNames: Readonly<Record<string, string>> = { A: 'amplitude' }

type Case = (typeof reference.cases)[number]

/** Our surface with the reference's parameters, turned by its angle as a problem turns it. */
function prepare(one: Case) {
  const surface = surfaces[ids[one.name] ?? one.name]
  const { theta_deg: degrees = 0, ...rest } = one.params as Record<string, number>
  const values: Record<string, Value> = { ...defaults(surface.parameters) }
  for (const [name, value] of Object.entries(rest)) values[parameterNames[name] ?? name] = value
  const c = cos((degrees * PI) / 180)
  const s = sin((degrees * PI) / 180)
  const g = new Float64Array(2)
  const h = new Float64Array(3)
  return (x: number, y: number) => {
    const u = c * x + s * y
    const v = -s * x + c * y
    surface.gradient(u, v, values, g)
    surface.hessian(u, v, values, h)
    return {
      f: surface.value(u, v, values),
      g: [c * g[0] - s * g[1], s * g[0] + c * g[1]],
      h: [
        c * c * h[0] - 2 * c * s * h[1] + s * s * h[2],
        c * s * (h[0] - h[2]) + (c * c - s * s) * h[1],
        s * s * h[0] + 2 * c * s * h[1] + c * c * h[2],
      ],
    }
  }
}

const deviation = (mine: number, stored: number): number => Math.abs(mine - stored) / (1 + Math.abs(stored))

describe('PyTorch computes the same surfaces', () => {
  it('for all families of the reference', () => {
    expect(reference.cases.length).toBeGreaterThan(15)
    for (const { name } of reference.cases) expect(Object.keys(surfaces)).toContain(ids[name] ?? name)
  })

  /** By surface: the largest deviation in value, gradient or Hessian, and at how many points it was taken. */
  const agreement: Record<string, { points: number; largest: number }> = {}
  const note = (name: string, deviations: readonly number[]) => {
    const known = (agreement[ids[name] ?? name] ??= { points: 0, largest: 0 })
    known.points++
    known.largest = Math.max(known.largest, ...deviations)
  }

  it.each(reference.cases)('$key: value, gradient and Hessian at every point, to 1e-12', (one) => {
    const at = prepare(one)
    expect(one.points.length).toBeGreaterThan(0)
    for (const { x, y, f, g, h } of one.points) {
      const mine = at(x, y)
      expect(deviation(mine.f, f), `f(${x}, ${y})`).toBeLessThanOrEqual(1e-12)
      for (const i of [0, 1])
        expect(deviation(mine.g[i], g[i]), `g${i}(${x}, ${y})`).toBeLessThanOrEqual(1e-12)
      for (const i of [0, 1, 2])
        expect(deviation(mine.h[i], h[i]), `h${i}(${x}, ${y})`).toBeLessThanOrEqual(1e-12)
      note(one.name, [
        deviation(mine.f, f),
        ...mine.g.map((value, i) => deviation(value, g[i])),
        ...mine.h.map((value, i) => deviation(value, h[i])),
      ])
    }
  })

  it('to the difference that the reference pages print', async () => {
    const rounded = Object.entries(agreement)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, { points, largest }]) => [id, { points, largest: Number(largest.toPrecision(2)) }])
    const text = `${JSON.stringify(Object.fromEntries(rounded), null, 2)}\n`
    await expect(text).toMatchFileSnapshot('../golden/agreement/surfaces.json')
  })

  it.each(reference.cases.filter(({ minima }) => minima.length > 0))('$key: the same minima', (one) => {
    const at = prepare(one)
    const surface = surfaces[ids[one.name] ?? one.name]
    const marked = surface
      .extrema(defaults(surface.parameters))
      .filter(({ kind }) => kind === 'global')
      .map((extremum) => extremum.at)
    for (const { x, y, f } of one.minima) {
      expect(deviation(at(x, y).f, f)).toBeLessThanOrEqual(1e-12)
      const distances = marked.map(([u, v]) => Math.max(Math.abs(u - x), Math.abs(v - y)))
      expect(Math.min(...distances), `a marked minimum at (${x}, ${y})`).toBeLessThan(1e-14)
    }
  })
})
