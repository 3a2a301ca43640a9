import { describe, expect, it } from 'vitest'
import { exitOf } from './exit.ts'

const axis = { kind: 'log', low: -2, high: 3, capped: true } as const
const column = (...values: number[]) => ({ values: Float64Array.from(values), length: values.length })

describe('exitOf', () => {
  it('is the step at which a line leaves for good', () => {
    expect(exitOf(column(1, 50, 2000, 1e9), axis, undefined)).toEqual({ step: 2, how: 'over' })
  })
  it('does not take a passing spike for one', () => {
    expect(exitOf(column(1, 2000, 5, 3), axis, undefined)).toBeUndefined()
    expect(exitOf(column(1, 2000, 5, 3000, 4000), axis, undefined)).toEqual({ step: 3, how: 'over' })
  })
  it('is where a run stopped whose numbers were in sight until then', () => {
    expect(exitOf(column(1, 5), axis, 2)).toEqual({ step: 2, how: 'stopped' })
  })
})
