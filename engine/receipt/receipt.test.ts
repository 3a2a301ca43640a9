import { expect, test } from 'vitest'
import { optimizers } from '../optimizers/index.ts'
import { parseText } from '../experiment/text.ts'
import { surfaces } from '../surfaces/index.ts'
import { base64, base64Bits, base64Numbers } from './base64.ts'
import { receiptCases } from './cases.ts'
import { formulaSource } from './formulaSource.ts'
import rules from './python/rules.py?raw'
import { receiptOf } from './receipt.ts'

test('every case is an experiment, and every optimizer and surface is in one', () => {
  for (const [name, link] of Object.entries(receiptCases)) {
    const result = parseText(link)
    expect(result.ok ? [] : result.issues, name).toEqual([])
  }
  for (const id of Object.keys(optimizers)) {
    expect(receiptCases).toHaveProperty([`optimizer ${id}`])
    expect(rules, `${id} has no rule in Python`).toMatch(new RegExp(`\\b${id}=${id}\\b`))
  }
})

test('every surface has its formula in Python', () => {
  for (const id of Object.keys(surfaces)) {
    const result = parseText(`v=1&f=${id}&opt=sgd&steps=1`)
    if (result.ok) expect(receiptOf(result.experiment)).toMatch(/def f\(x, y\):\n {4}p = .*\n {4}\S/)
  }
})

test('a formula in Python is in brackets throughout', () => {
  expect(formulaSource('-x^2 + 2 sin(x)/abs(y)')).toBe('((-pow(x, 2)) + ((2 * sin(x)) / absolute(y)))')
})

test('base 64 is what Node makes of the same bytes', () => {
  for (const length of [0, 1, 2, 3, 4, 100]) {
    const bytes = Uint8Array.from({ length }, (_, i) => (37 * i) & 255)
    expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
  }
  expect(base64Numbers([1.5, -2])).toBe(Buffer.from(Float64Array.of(1.5, -2).buffer).toString('base64'))
  expect(base64Bits([1, 0, 0, 0, 0, 0, 0, 1, 1])).toBe(Buffer.from([129, 128]).toString('base64'))
})
