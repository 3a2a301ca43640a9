import { describe, expect, it } from 'vitest'
import { optimizers } from '../optimizers/index.ts'
import { defaults } from '../parameters.ts'
import { applyChange } from './applyChange.ts'
import { changePaths } from './changes.ts'
import { parseExperiment } from './parse.ts'
import { issueText } from './reader.ts'

const base = { steps: 50, runs: [{ optimizer: 'sgd' }, { optimizer: 'adam' }] }
const withChanges = (...changes: unknown[]) => parseExperiment({ ...base, changes })
const messages = (...changes: unknown[]) => {
  const parsed = withChanges(...changes)
  return parsed.ok ? [] : parsed.issues.map(issueText)
}
const changes = (...given: unknown[]) => {
  const parsed = withChanges(...given)
  if (!parsed.ok) throw new Error(parsed.issues.map(issueText).join('\n'))
  return parsed.experiment.changes
}

describe('changes', () => {
  it('are sorted by step; those of one step keep their order', () => {
    const given = [
      { step: 20, path: 'weightDecay', value: 1 },
      { step: 5, path: 'weightDecay', value: 2 },
      { step: 20, path: 'weightDecay', value: 3 },
      { step: 0, path: 'weightDecay', value: 4 },
    ]
    expect(changes(...given).map(({ value }) => value)).toEqual([4, 2, 1, 3])
  })

  it('have complete values', () => {
    expect(changes({ step: 1, path: 'schedule', value: { kind: 'step' } })[0].value).toEqual({
      kind: 'step',
      size: 40,
      factor: 0.5,
    })
  })

  it('are judged by what the earlier ones made of the run', () => {
    const toAdam = { step: 10, run: 'sgd', path: 'optimizer', value: 'adam' }
    const beta = (step: number) => ({ step, run: 'sgd', path: 'hyperparameters.beta2', value: 0.5 })
    expect(messages(toAdam, beta(10))).toEqual([])
    // Listed after, but earlier in the run.
    expect(messages(toAdam, beta(9))).toHaveLength(1)
    expect(messages(toAdam, { step: 20, path: 'hyperparameters.beta2', value: 0.5 })).toEqual([])
  })

  it.each([
    [
      { step: 51, path: 'weightDecay', value: 0 },
      'changes.0.step: found 51, expected a whole number from 0 to 50',
    ],
    [
      { path: 'weightDecay', value: 0 },
      'changes.0.step: found nothing, expected a whole number from 0 to 50',
    ],
    [
      { step: 1, run: 'adm', path: 'weightDecay', value: 0 },
      'changes.0.run: found "adm", expected one of sgd, adam; did you mean adam?',
    ],
    [{ step: 1, path: 'weightDecay' }, 'changes.0.value: found nothing, expected a value'],
    [
      { step: 1, path: 'weightDecay', value: -1 },
      'changes.0.value: found -1, expected a number from 0 to 1000',
    ],
    [
      { step: 1, path: 'weightDecay', value: 0, until: 9 },
      'changes.0.until: found an unknown field, expected one of step, run, path, value',
    ],
    [
      { step: 1, path: 'schedule', value: { kind: 'step', factor: 2 } },
      'changes.0.value.factor: found 2, expected a number from 0 to 1',
    ],
  ])('%j: %s', (change, message) => {
    expect(messages(change)).toEqual([message])
  })

  it('cannot change what is set before the first step, nor what a run does not have', () => {
    for (const path of [
      'problem.start',
      'id',
      'label',
      'seed',
      'hyperparameters',
      '__proto__',
      'hyperparameters.__proto__',
    ])
      expect(messages({ step: 1, path, value: [1, 2] })[0]).toMatch(/^changes\.0\.path: found/)
    expect(messages({ step: 1, path: 'hyperparameters.beta1', value: 0.5 })[0]).toMatch(
      /^changes\.0\.path: found/,
    )
    expect(messages({ step: 1, run: 'adam', path: 'hyperparameters.beta1', value: 0.5 })).toEqual([])
  })

  it('are bounded in number', () => {
    const many = Array.from({ length: 65 }, () => ({ step: 1, path: 'weightDecay', value: 0 }))
    expect(messages(...many)).toEqual(['changes: found a list of 65, expected a list of at most 64 changes'])
  })
})

describe('applying a change', () => {
  const parsed = parseExperiment(base)
  if (!parsed.ok) throw new Error('the base is an experiment')
  const [sgd, adam] = parsed.experiment.runs

  it('leaves other runs, and the run that was given, as they are', () => {
    const before = structuredClone(adam)
    const change = { step: 1, run: 'adam', path: 'hyperparameters.beta1', value: 0.5 }
    expect(applyChange(sgd, change)).toBe(sgd)
    expect(applyChange(adam, change).hyperparameters.beta1).toBe(0.5)
    expect(adam).toEqual(before)
  })

  it('sets what the path names, for every path', () => {
    const values: Readonly<Record<string, unknown>> = {
      optimizer: 'rmsprop',
      schedule: { kind: 'step', size: 1, factor: 1 },
      clipping: { kind: 'value', max: 3 },
    }
    for (const path of changePaths(adam, 'surface')) {
      const value = values[path] ?? 0.25
      const changed = applyChange(adam, { step: 1, path, value })
      const found = path
        .split('.')
        .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], changed)
      expect(found).toEqual(value)
    }
  })

  it('starts a new optimizer with its own defaults', () => {
    const changed = applyChange(adam, { step: 1, path: 'optimizer', value: 'rmsprop' })
    expect(changed.hyperparameters).toEqual(defaults(optimizers.rmsprop.parameters))
    expect(changed.id).toBe('adam')
  })
})
