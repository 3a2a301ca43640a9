import { expect, test } from 'vitest'
import { surfaceOf } from '../../engine/experiment/kinds.ts'
import { opening } from '../../engine/experiment/opening.ts'
import { kept } from './kept.ts'

const old = opening()

test('what has not changed is the same object', () => {
  const next = structuredClone({ ...old, problem: { ...surfaceOf(old), start: [1, 2] as const } })
  const result = kept(next, old)
  expect(result).toEqual(next)
  expect(result.runs).toBe(old.runs)
  expect(result.problem).not.toBe(old.problem)
  expect(surfaceOf(result).parameters).toBe(surfaceOf(old).parameters)
})

test('nothing changed is the old one; a list of another length is another list with the same elements', () => {
  expect(kept(structuredClone(old), old)).toBe(old)
  const fewer = { ...structuredClone(old), runs: structuredClone(old.runs.slice(0, 2)) }
  const { runs } = kept(fewer, old)
  expect(runs).not.toBe(old.runs)
  expect(runs).toHaveLength(2)
  expect(runs[1]).toBe(old.runs[1])
})

test('a member that is gone, and one that is new, are changes', () => {
  const one = { a: 1, b: undefined }
  expect(kept({ a: 1 }, one)).toEqual({ a: 1 })
  expect(kept({ a: 1, c: undefined }, one)).toStrictEqual({ a: 1, c: undefined })
})
