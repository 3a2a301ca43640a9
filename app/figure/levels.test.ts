import { expect, it } from 'vitest'
import { rows } from '../network/rows/index.ts'
import { contentsOf, levelNames, panelsOf } from './levels.ts'
import { partsOf } from './parts.ts'

it('offers every row of the Network view, and each level shows what there is', () => {
  expect(panelsOf.network).toEqual(Object.keys(rows))
  for (const level of levelNames)
    for (const kind of ['surface', 'network'] as const) {
      const { panels } = contentsOf(level, kind)
      expect(panelsOf[kind]).toEqual(expect.arrayContaining([...panels]))
      expect(partsOf(kind, panels).length).toBeGreaterThan(0)
    }
})

it('has a word for each part', () => {
  for (const { id, name } of partsOf('network', panelsOf.network)) expect(name).not.toBe(id)
})
