import { describe, expect, it } from 'vitest'
import { defaults, type Values } from '../../engine/parameters.ts'
import { surfaces } from '../../engine/surfaces/index.ts'
import { chooseLevels, edges } from './groundLevels.ts'

describe.each(Object.values(surfaces).map((surface) => [surface.id, surface] as const))(
  'the bands of %s',
  (_, surface) => {
    const values = defaults(surface.parameters) as Values
    const domain = surface.domain(values)
    const valueAt = (x: number, y: number) => surface.value(x, y, values)
    const ground = { floor: surface.floor(values), extrema: surface.extrema(values) }
    const levels = chooseLevels(valueAt, ground, domain, surface.levels)

    it('are neither few nor many, and some carry a number', () => {
      let most = -Infinity
      for (let i = 0; i <= 40; i++)
        for (let j = 0; j <= 40; j++) {
          const x = domain[0] + (i / 40) * (domain[1] - domain[0])
          most = Math.max(most, levels.of(valueAt(x, domain[2] + (j / 40) * (domain[3] - domain[2]))))
        }
      const lines = edges(levels, most)
      expect(lines.length).toBeGreaterThanOrEqual(8)
      expect(lines.length).toBeLessThanOrEqual(45)
      expect(lines.filter((level) => levels.main(level) !== undefined).length).toBeGreaterThanOrEqual(1)
    })

    it('grow with the value and are finite at the floor', () => {
      expect(levels.of(ground.floor)).toBeGreaterThan(-400)
      expect(levels.of(ground.floor + 2)).toBeGreaterThan(levels.of(ground.floor + 1))
      expect(levels.high).toBeGreaterThan(levels.low)
    })
  },
)

it('bands follow the values that there are, however much of the map has none', () => {
  const half = (x: number, y: number) => (x > 0 ? x + y * y : NaN)
  const ground = { floor: 0, extrema: [] }
  const whole = chooseLevels(half, ground, [0, 4, -2, 2], 'log')
  expect(chooseLevels(half, ground, [-4, 4, -2, 2], 'log').high).toBe(whole.high)
  expect(chooseLevels(() => NaN, ground, [-4, 4, -2, 2], 'log').high).toBeLessThan(100)
})
