import { expect, test } from 'vitest'
import { optimizers } from '../engine/optimizers/index.ts'
import { formulas } from './formulas.ts'
import { speak } from './formulas.speak.ts'

test('every symbol of every optimizer is among the formulas, once', () => {
  expect(new Set(formulas).size).toBe(formulas.length)
  for (const { slots, readings } of Object.values(optimizers)) {
    for (const { symbol } of [...Object.values(slots), ...Object.values(readings)])
      expect(formulas).toContain(symbol)
  }
})

test.each([
  ['\\eta', 'eta'],
  ['E[g^2]_k', 'E[g squared] k'],
  ['\\eta\\,/\\sqrt{E[g^2]+\\epsilon}', 'eta over root of E[g squared] plus epsilon'],
  ['\\dfrac{\\eta}{\\sqrt{\\hat v_k}+\\epsilon}', 'eta over root of v hat k plus epsilon'],
  ['g_k^{\\,2}', 'g k squared'],
  ['\\|g\\|', 'norm of g'],
  ['|\\Delta w|\\,/\\,\\eta', 'size of Delta w over eta'],
  ['\\operatorname{sign}(g)', 'sign of (g)'],
  ['E[g^2]_{k-1}', 'E[g squared] k minus 1'],
])('%s is said “%s”', (tex, spoken) => expect(speak(tex)).toBe(spoken))

test('nothing of TeX is left in what is said', () => {
  for (const tex of formulas) expect(speak(tex)).not.toMatch(/[\\{}^_]/)
})
