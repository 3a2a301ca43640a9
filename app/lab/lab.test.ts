import { expect, it } from 'vitest'
import { opening } from '../../engine/experiment/opening.ts'
import { createLab } from './lab.ts'

it('the cursor goes to what is computed, and is not thrown back while an edit is computed', () => {
  const lab = createLab(opening())
  const computed = (step: number) =>
    lab.setState({ computation: { experiment: lab.getState().experiment, traces: [], step } })
  computed(40)
  lab.seek(50)
  expect(lab.getState().step).toBe(40)
  computed(10)
  lab.seek(41)
  expect(lab.getState().step).toBe(40)
  lab.seek(39)
  expect(lab.getState().step).toBe(39)
})
