import fc from 'fast-check'
import { expect, it } from 'vitest'
import { jsonPlace } from './jsonPlace.ts'

it.each([
  ['', 1, 1],
  ['{"a": 1,', 1, 9],
  ['{"a": 1,}', 1, 9],
  ['{\n  "a": 1\n  "b": 2\n}', 3, 3],
  ['{"a": .5}', 1, 7],
  ['[1, 02]', 1, 5],
  ['[1] 2', 1, 5],
  ["{'a': 1}", 1, 2],
  ['["a\nb"]', 1, 2],
  ['{"a": NaN}', 1, 7],
  ['[1}', 1, 3],
  ['[{"a": [1, 2}]', 1, 13],
  ['{"a" 1}', 1, 6],
])('%j stops being JSON at line %i, column %i', (text, line, column) => {
  expect(() => JSON.parse(text)).toThrow(/JSON/)
  expect(jsonPlace(text)).toEqual({ line, column })
})

it('JSON never stops being JSON before its end', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(jsonPlace(text)).toEqual({ line: 1, column: text.length + 1 })
    }),
  )
})

it('finds the place at which a character was damaged, or the token around it', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), (text, at) => {
      const i = at % text.length
      const damaged = `${text.slice(0, i)}\u0001${text.slice(i + 1)}`
      expect(() => JSON.parse(damaged)).toThrow(/JSON/)
      // A string is one token: it is damaged from its start on.
      expect(jsonPlace(damaged).column).toBeLessThanOrEqual(i + 1)
    }),
  )
})
