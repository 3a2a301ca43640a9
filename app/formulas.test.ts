import { expect, test } from 'vitest'
import { optimizers } from '../engine/optimizers/index.ts'
import { formulas as sheets } from './formulas.ts'
import { letterOf } from './surface/letters.ts'
import { speak } from './formulas.speak.ts'

const formulas = Object.values(sheets).flat()

test('every formula is in a sheet once, never in the first and a later one, and every symbol that is more than a letter is there', () => {
  const { '': first, ...later } = sheets
  for (const sheet of Object.values(later))
    expect(new Set([...first, ...sheet]).size).toBe(first.length + sheet.length)
  for (const { parameters } of Object.values(optimizers)) {
    for (const parameter of Object.values(parameters)) {
      if (parameter.kind === 'number' && !letterOf(parameter.symbol))
        expect(formulas).toContain(parameter.symbol)
    }
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
  ['\\wash{v}{v_k} = 1', 'v k equals 1'],
])('%s is said “%s”', (tex, spoken) => expect(speak(tex)).toBe(spoken))

test('nothing of TeX is left in what is said', () => {
  for (const tex of formulas) expect(speak(tex)).not.toMatch(/[\\{}^_]/)
})
