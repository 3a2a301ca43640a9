import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseText } from '../../engine/experiment/text.ts'
import { lessons } from '../lessons/index.ts'
import { piecesOf } from '../lessons/markup.ts'
import { addressOf, groups, pages } from './index.ts'
import type { Settings } from './entry.ts'
import { glossary } from './glossary.ts'
import { where } from './optimizers.ts'
import { teachers } from './teachers.ts'

test('every page has an address of its own and says what it is', () => {
  expect(new Set(pages.map(addressOf)).size).toBe(pages.length)
  for (const { entry } of pages) expect(entry.summary, entry.id).toMatch(/^[A-Z\d].*[.!]$/)
})

test.each(pages.flatMap(({ entry: { id, link } }) => (link ? [[id, link] as const] : [])))(
  'what %s links to is an experiment',
  (_, link) => {
    const result = parseText(link)
    expect(result.ok ? [] : result.issues).toEqual([])
  },
)

test('what a page says that a link looks like is read', () => {
  const values = ({ parameters }: Settings) =>
    Object.values(parameters).map((one) => (one.kind === 'toggle' ? '1' : String(one.default)))
  const written = pages.flatMap(({ entry: { settings } }) =>
    settings.flatMap((one) => (one.after === undefined ? [] : [`${one.after}${values(one).join()}`])),
  )
  expect(written.length).toBeGreaterThan(10)
  for (const one of written) {
    const places = one.startsWith('sgd.')
      ? 'f=ravine'
      : /aug=(shift|pixel)/.test(one)
        ? 'data=digits'
        : 'data=circles'
    expect(parseText(`v=1&${places}&opt=sgd&${one}`), one).toMatchObject({ ok: true })
  }
})

test('symbols are explained for optimizers that there are', () => {
  for (const id of Object.keys(where)) expect(groups[0].entries.map((entry) => entry.id)).toContain(id)
})

test('texts refer to lessons and pages that are there', () => {
  const texts = [...teachers.flatMap(({ says }) => says), ...glossary.map(({ says }) => says)]
  const ids = lessons.map(({ id }) => id)
  for (const piece of texts.flatMap(piecesOf))
    if (typeof piece === 'object' && 'words' in piece) {
      if (piece.to === 'page') expect(existsSync(`public/${piece.ref}`), piece.ref).toBe(true)
      else expect(ids).toContain(piece.ref)
    }
})

test('all rules that PyTorch’s numbers exist for say how near they are', () => {
  const unchecked = groups[0].entries.filter(({ checked }) => !checked).map(({ id }) => id)
  // Its numbers are RMSProp's and SGD's at p = ½ and 0; the reference has no rule of that name.
  expect(unchecked).toEqual(['power'])
})
