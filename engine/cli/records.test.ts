import { expect, it } from 'vitest'
import { parseText } from '../experiment/text.ts'
import { recordsOf } from './records.ts'

const recordsFrom = (text: string, every: number) => {
  const parsed = parseText(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  const { columns, records } = recordsOf(parsed.experiment, every)
  const names = columns.map(({ name }) => name)
  return [...records].map(({ run, step, values }) => ({
    run,
    step,
    of: (name: string) => values?.[names.indexOf(name)],
    names,
  }))
}

it("tells a network's losses, not its weights", () => {
  const records = recordsFrom('data=circles&steps=40&opt=adam&lr=.02', 20)
  expect(records.map(({ step }) => step)).toEqual([0, 20, 40])
  const [first, , last] = records
  expect(first.names).toEqual(expect.arrayContaining(['loss', 'penalty', 'validationLoss']))
  expect(first.names).not.toContain('parameters')
  // There is no minibatch before the first update.
  expect(first.of('loss')).toBeUndefined()
  expect(last.of('trainLoss')).toBeLessThan(first.of('trainLoss') as number)
})

it('ends a run that stops early with its last step', () => {
  const text = 'data=moons&n=80&labelnoise=.3&net=32-32&batch=0&steps=1000&stop=5&opt=adam,sgd&lr=.05,0'
  const records = recordsFrom(text, 1000)
  const adam = records.filter(({ run }) => run === 'adam')
  expect(adam).toHaveLength(2)
  expect(adam[1].step).toBeLessThan(1000)
  expect(adam[1].of('loss')).toBeGreaterThan(0)
})
