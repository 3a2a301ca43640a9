import { describe, expect, it } from 'vitest'
import { datasets } from '../../engine/datasets/index.ts'
import type { Experiment } from '../../engine/experiment/experiment.ts'
import { networkOf } from '../../engine/experiment/kinds.ts'
import { networkOpening } from '../../engine/experiment/networks.ts'
import { parseExperiment } from '../../engine/experiment/parse.ts'
import { parseText } from '../../engine/experiment/text.ts'
import * as edits from './networkEdits.ts'
import { setWeight } from './anatomy/edits.ts'
import { flagsOf, sentenceOf } from './flags.ts'
import { addRun } from '../surface/edits.ts'
import { fairRate, fairRates, rateMode, sameRate } from '../surface/rates.ts'
import { setRun } from '../surface/runEdits.ts'
import { views } from '../views.ts'
import { flagWords } from './flagWords.ts'
import { switches, switchOf } from './switches.ts'
import { runAt, sharedAt, sharedChange, tricksAt } from './tricks.ts'

/** What the lab makes of an edit: every edit has to pass the parser, and to pass it unchanged. */
function after(edit: edits.Edit, experiment: Experiment = networkOpening()): Experiment {
  const result = parseExperiment(edit(experiment))
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  expect(result.experiment).toEqual(edit(experiment))
  return result.experiment
}

const circles = datasets.circles

/** Throws a switch as the bar does. */
const flip = (path: string, isOn: boolean, step: number, change: object = {}): edits.Edit => {
  const one = switchOf(path)!
  return (experiment) => {
    const value = sharedAt(experiment, path, step) as never
    const next = isOn ? one.on(value, circles) : one.off(value)
    return edits.setFrom(step, path, typeof next === 'object' ? { ...next, ...change } : next)(experiment)
  }
}
const isOn = (experiment: Experiment, path: string, step: number) =>
  switchOf(path)!.isOn(sharedAt(experiment, path, step) as never)

describe.each(switches.map(({ path }) => path))('the switch of %s', (path) => {
  it('is part of the experiment at step 0, on and off', () => {
    const on = after(flip(path, true, 0))
    expect(isOn(on, path, 0)).toBe(true)
    expect(on.changes).toEqual([])
    expect(after(flip(path, false, 0), on)).toEqual(networkOpening())
  })
  it('is a change later, which acts from its step on and is undone', () => {
    const on = after(flip(path, true, 200))
    expect([199, 200, 300].map((step) => isOn(on, path, step))).toEqual([false, true, true])
    expect(sharedChange(on, on.changes[0].path, 250)?.step).toBe(200)
    const off = after(flip(path, false, 300), on)
    expect(off.changes.map(({ step }) => step)).toEqual([200, 300])
    expect(isOn(off, path, 300)).toBe(false)
    expect(flagsOf(off, off.runs[0]).map(({ words }) => words.split(' ').at(-1))).toEqual(['on', 'off'])
    expect(after(edits.undoSwitch, off)).toEqual(on)
    expect(after(edits.undoSwitch, on)).toEqual(networkOpening())
  })
  it('leaves nothing behind when it is thrown back at the same step', () => {
    expect(after(flip(path, false, 200), after(flip(path, true, 200)))).toEqual(networkOpening())
  })
  it('says what it does in a sentence, on and off', () => {
    const { does, undoes, on } = switchOf(path)!
    const value = on(sharedAt(networkOpening(), path, 0) as never, circles) as never
    for (const words of [does(value), undoes]) expect(words).toMatch(/^[^A-Z.][^.]{20,}(\.\d[^.]*)*$/)
  })
})

describe('edits', () => {
  it('replace a change of the same step, and cut no later one', () => {
    const later = after(flip('problem.dropout', true, 300, { hidden: 0.5 }))
    const both = after(flip('problem.dropout', true, 100, { hidden: 0.9 }), later)
    const again = after(flip('problem.dropout', true, 100, { hidden: 0.7 }), both)
    expect(again.changes.map(({ step, value }) => [step, (value as { hidden: number }).hidden])).toEqual([
      [100, 0.7],
      [300, 0.5],
    ])
  })
  it('tell a run’s own changes from those of all', () => {
    const rated = after(setRun('adam', 'hyperparameters.learningRate', 0.5, 50))
    const adam = rated.runs.find(({ id }) => id === 'adam')!
    expect(runAt(rated, adam, 49).hyperparameters.learningRate).toBe(0.02)
    expect(runAt(rated, adam, 50).hyperparameters.learningRate).toBe(0.5)
    expect(flagsOf(rated, adam)).toEqual([{ step: 50, words: 'η 0.5' }])
    expect(flagsOf(rated, rated.runs[0])).toEqual([])
    const normed = after(flip('problem.batchNorm', true, 60), rated)
    expect(tricksAt(normed, adam, 60).batchNorm.on).toBe(true)
    expect(tricksAt(normed, adam, 59).batchNorm.on).toBe(false)
  })
  it('take every data set, with what can be done to it', () => {
    const odd = after(flip('problem.augmentation', true, 100), after(edits.setProblem({ labelNoise: 0.1 })))
    for (const kind of Object.keys(datasets)) {
      const set = after(edits.setData(kind), odd)
      expect(networkOf(set).data.kind).toBe(kind)
    }
  })
  it('set layers and noise', () => {
    expect(networkOf(after(edits.setHidden([]))).hidden).toEqual([])
    expect(networkOf(after(edits.setDataParameter('noise', 0.3))).data.noise).toBe(0.3)
  })
  it('call a change by what is another', () => {
    const words = (path: string, ...values: unknown[]) => flagWords(path, values[1], values[0])
    const dropout = { inputs: 1, hidden: 0.8, form: 'lecture' }
    expect(words('problem.dropout', dropout, { ...dropout, hidden: 0.5 })).toBe('Dropout 0.5')
    expect(words('problem.dropout', dropout, { ...dropout, inputs: 0.9 })).toBe('Dropout inputs 0.9')
    expect(words('problem.l2', 0.001, 0.01)).toBe('L2 0.01')
    const jitter = { kind: 'jitter', spread: 0.1 }
    expect(words('problem.augmentation', jitter, { kind: 'mirror', across: 'x1' })).toBe('Augment mirror')
    expect(words('clipping', { kind: 'none' }, { kind: 'value', max: 1 })).toBe('Clip on')
  })
})

it('takes the last switch back, of whatever kind, and an optimizer with what came with it', () => {
  const rate = after(setRun('adam', 'hyperparameters.learningRate', 0.1, 200))
  expect(after(edits.undoSwitch, rate)).toEqual(networkOpening())
  const taken = after(setRun('sgd', 'optimizer', 'adagrad', 300), rate)
  expect(taken.changes).toHaveLength(3)
  expect(after(edits.undoSwitch, taken)).toEqual(rate)
  const split = after(
    setRun('adam', 'problem.dropout', { inputs: 1, hidden: 0.5, form: 'lecture' }, 300),
    rate,
  )
  expect(after(edits.undoSwitch, split)).toEqual(rate)
})

it('a weight that is set is said to replace what its update made of it', () => {
  const set = after(setWeight(100, 'adam', 3, 0.5))
  expect(sentenceOf(set, set.changes[0])).toMatch(
    /^Adam: .* is 0.5 after update 100, whatever that made of it;/,
  )
  const first = after(setWeight(0, 'adam', 3, 0.5))
  expect(sentenceOf(first, first.changes[0])).toMatch(/ is 0.5 to begin with\.$/)
})

it('the features of a plane keep their order, whichever is taken first', () => {
  const more = after(edits.setFeature('x1x1', true), after(edits.setFeature('sinx1', true)))
  expect(networkOf(more).features).toEqual(['x1', 'x2', 'x1x1', 'sinx1'])
  expect(networkOf(after(edits.setFeature('x1', false), more)).features).toEqual(['x2', 'x1x1', 'sinx1'])
})

describe('learning rates', () => {
  it('are fair where the view opens, and where a rule joins or takes over', () => {
    const parsed = parseText(views.find(({ kind }) => kind === 'network')!.href)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
    expect(rateMode(parsed.experiment)).toBe('fair')
    const joined = after(addRun('lion'))
    expect(rateMode(joined)).toBe('fair')
    const taken = after(setRun('sgd', 'optimizer', 'adagrad', 100))
    const now = runAt(taken, taken.runs[0], 100)
    expect(now.hyperparameters.learningRate).toBe(fairRate(taken.problem, 'adagrad'))
  })
  it('are set all at once from the start on, but for one that came with another optimizer', () => {
    const own = after(setRun('adam', 'hyperparameters.learningRate', 1, 200))
    expect(rateMode(own)).toBe('own')
    expect(after(fairRates, own)).toEqual(networkOpening())
    const taken = after(setRun('sgd', 'optimizer', 'adagrad', 100))
    expect(after(sameRate(0.02), taken).changes).toEqual(taken.changes)
  })
})
