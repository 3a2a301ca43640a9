import { expect, it } from 'vitest'
import { makeTrace, reserve, type Trace } from '../../engine/training/trace.ts'
import { column, networkLayout } from '../../engine/training/networkColumns.ts'
import { measures } from './measures.ts'

/** A trace with these numbers, evaluated at every step. */
function traceOf(columns: Partial<Record<keyof typeof column, readonly number[]>>): Trace {
  const trace = makeTrace(networkLayout)
  trace.length = Math.max(...Object.values(columns).map(({ length }) => length))
  reserve(trace, trace.length)
  trace.rows.fill(NaN)
  for (const [name, values] of Object.entries(columns))
    for (const [k, value] of values.entries())
      trace.rows[k * networkLayout.stride + column[name as keyof typeof column]] = value
  return trace
}
const change = (value: unknown = true) => ({ step: 2, path: 'problem.batchNorm', value })

it('says how far the loss jumps in one step, and when it is below its old value again', () => {
  const trace = traceOf({ validationLoss: [0.5, 0.3, 0.16, 0.38, 0.3, 0.15, 0.1] })
  expect(measures.loss(trace, change(), 6)).toBe('val 0.16 → 0.38 in one step, below again by 5')
  expect(measures.loss(trace, change(), 4)).toBe('val 0.16 → 0.38 in one step, above up to 4')
  expect(measures.loss(traceOf({ validationLoss: [0.5, 0.3, 0.2, 0.1] }), change(), 3)).toBe(
    'val 0.20 → 0.10 in one step',
  )
})

it('says when what came next was measured, and of what where nothing is held out', () => {
  const rare = traceOf({ trainLoss: [0.5, NaN, NaN, NaN, 0.4] })
  expect(measures.loss(rare, change(), 4)).toBe('train 0.50 → 0.40 by 4')
})

it('says nothing before there is something to say', () => {
  const trace = traceOf({ validationLoss: [0.5, 0.3, 0.2], weightNorm: [1, 2, 3], gradientNorm: [NaN, 1, 1] })
  expect(measures.loss(trace, change(), 9)).toBe('')
  expect(measures.weights(trace, change(), 9)).toBe('')
  expect(measures.clipped(trace, change({ kind: 'norm', max: 1 }), 9)).toBe('')
  expect(measures.end(trace, change())).toBe('')
})

it('counts the gradients that are shortened, and follows the weights', () => {
  const trace = traceOf({ gradientNorm: [NaN, 2, 3, 2, 0.5, 4], weightNorm: [5, 5, 5, 4, 3, 2] })
  expect(measures.clipped(trace, change({ kind: 'norm', max: 1 }), 5)).toBe(
    '‖g‖ = 3.00 at step 2; 2 of 3 shortened up to 5',
  )
  expect(measures.weights(trace, change(), 4)).toBe('‖W‖ 5.00 → 3.00 by step 4')
})

it('says where early stopping ended a run, and what it kept', () => {
  const trace = traceOf({ validationLoss: [3, 2, 1, 2, 3, 3] })
  expect(measures.end(trace, change())).toBe('goes on to step 5')
  trace.finished = { step: 5, best: 2 }
  expect(measures.end(trace, change())).toBe('ended at step 5 with the weights of step 2')
})
