import { describe, expect, it } from 'vitest'
import { networkOpening } from '../../../engine/experiment/networks.ts'
import { networkOf } from '../../../engine/experiment/kinds.ts'
import { parseExperiment } from '../../../engine/experiment/parse.ts'
import { setData, setProblem, setTable } from '../networkEdits.ts'
import { pointsOf, startTable, withoutNearest, withPoint } from './points.ts'

const parsed = (input: unknown) => {
  const result = parseExperiment(input)
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.experiment
}

describe('points drawn by hand', () => {
  const opening = networkOpening()

  it('begin with those that are on the map, where they are', () => {
    const table = pointsOf(opening)
    expect(table.rows).toHaveLength(400)
    expect(table.domain).toEqual([
      [-1.5, 1.5],
      [-1.5, 1.5],
    ])
    expect(pointsOf(parsed(setTable(table)(opening)))).toEqual(table)
    expect(pointsOf(parsed(setData('sine')(opening)))).toEqual(startTable())
  })

  it('are all learned from, and the sets that follow hold some out again', () => {
    const patient = parsed(setProblem({ patience: 9 })(opening))
    const drawn = parsed(setTable(startTable())(patient))
    expect(networkOf(drawn)).toMatchObject({ validation: 0, test: 0, patience: 0 })
    const again = networkOf(parsed(setData('moons')(drawn)))
    expect(again).toMatchObject({ validation: 0.25, test: 0.25 })
    expect(again.table).toBeUndefined()
  })

  it('come and go one at a time, but for the last two', () => {
    const two = startTable()
    const three = withPoint(two, 0.12345, -1, 1)
    expect(three.rows.at(-1)).toEqual([0.123, -1, 1])
    expect(three.domain).toEqual(two.domain)
    expect(withPoint(two, 3, 0, 0).domain).toEqual([
      [-3, 3],
      [-1.5, 1.5],
    ])
    expect(withoutNearest(three, 0.1, -1)).toEqual(two)
    expect(withoutNearest(three, 0.5, 0.5, 0.2)).toBe(three)
    expect(withoutNearest(two, -1, 0)).toBe(two)
  })
})

describe('other data', () => {
  it('drop what no longer suits, runs’ own included', () => {
    const run = {
      ...networkOpening().runs[0],
      problem: { divergence: 'kl', augmentation: { kind: 'jitter' } },
    }
    const own = parsed({ ...networkOpening(), runs: [run] })
    expect(parsed(setData('plane')(own)).runs[0].problem).toMatchObject({ augmentation: { kind: 'jitter' } })
    expect(parsed(setData('iris')(own)).runs[0].problem).toEqual({ divergence: 'kl' })
    expect(parsed(setData('sine')(own)).runs[0].problem).toEqual({})
  })
})
