import { expect, it } from 'vitest'
import { experimentOutput } from '../../engine/cli.ts'
import { parseText } from '../../engine/experiment/text.ts'
import { tableText } from './table.ts'

const host = { readFile: () => undefined, inflate: () => undefined }

it.each([
  ['csv', 'opt=sgd,adam&lr=.1,.2&steps=1000'],
  ['jsonl', 'opt=sgd,adam&lr=.038,.2&steps=50&rotate=30&noise=.1'],
  ['csv', 'data=circles&steps=30&opt=adam,sgd&lr=.02,.3'],
])('the page writes as %s, byte by byte, what the command line prints of %s', async (format, link) => {
  const parsed = parseText(link)
  const output = experimentOutput(link, { every: 1, format }, host)
  if (!parsed.ok || !output.ok) throw new Error('the link is an experiment')
  const printed = [...output.lines].map((line) => `${line}\n`).join('')
  expect(await tableText(parsed.experiment, format, new AbortController().signal)).toBe(printed)
})

it('stops when it is called off', async () => {
  const parsed = parseText('data=circles&steps=4000&opt=adam')
  if (!parsed.ok) throw new Error('the link is an experiment')
  const calls = new AbortController()
  const text = tableText(parsed.experiment, 'csv', calls.signal)
  calls.abort()
  expect(await text).toBeUndefined()
})
