import { expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { fileComplaint } from '../../engine/dataset.ts'
import { datasets } from '../../engine/datasets/index.ts'
import { bytesOf, textOf } from './fileTexts.ts'

it('a file of data is the same again once it was text in a script', () => {
  const sets = Object.values(datasets).filter(({ file }) => file)
  expect(sets.map(({ id }) => id)).toEqual(['digits', 'iris', 'penguins'])
  for (const set of sets) {
    const text = textOf(readFileSync(`public/${set.file!.path}`))
    const sent = JSON.parse(JSON.stringify(text)) as typeof text
    expect(fileComplaint(set, bytesOf(sent))).toBeUndefined()
  }
})
