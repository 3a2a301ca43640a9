import { describe, expect, it } from 'vitest'
import { datasets } from '../../engine/datasets/index.ts'
import type { Experiment } from '../../engine/experiment/experiment.ts'
import { networkOf } from '../../engine/experiment/kinds.ts'
import { networkOpening } from '../../engine/experiment/networks.ts'
import { parseExperiment } from '../../engine/experiment/parse.ts'
import * as edits from './networkEdits.ts'
import { flagsOf } from './flags.ts'
import { switches, switchPaths } from './switches.ts'
import { runAt, sharedAt, sharedChange, tricksAt } from './tricks.ts'

/** What the lab makes of an edit: every edit has to pass the parser, and to pass it unchanged. */
function after(edit: edits.Edit, experiment: Experiment = networkOpening()): Experiment {
  const result = parseExperiment(edit(experiment))
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  expect(result.experiment).toEqual(edit(experiment))
  return result.experiment
}

/** Throws a switch as the bar does. */
const flip = (id: string, on: boolean, step: number, number?: number): edits.Edit => {
  const one = switches.find((other) => other.id === id)!
  return (experiment) => {
    const value = sharedAt(experiment, one.path, step) as never
    return edits.setFrom(step, one.path, one.set(value, on, number ?? one.number?.first ?? 0))(experiment)
  }
}
const isOn = (experiment: Experiment, id: string, step: number) => {
  const one = switches.find((other) => other.id === id)!
  return one.isOn(sharedAt(experiment, one.path, step) as never)
}

describe.each(switches.map(({ id }) => id))('the switch %s', (id) => {
  it('is part of the experiment at step 0, on and off', () => {
    const on = after(flip(id, true, 0))
    expect(isOn(on, id, 0)).toBe(true)
    expect(on.changes).toEqual([])
    expect(after(flip(id, false, 0), on)).toEqual(networkOpening())
  })
  it('is a change later, which acts from its step on and is undone', () => {
    const on = after(flip(id, true, 200))
    expect([199, 200, 300].map((step) => isOn(on, id, step))).toEqual([false, true, true])
    expect(sharedChange(on, on.changes[0].path, 250)?.step).toBe(200)
    const off = after(flip(id, false, 300), on)
    expect(off.changes.map(({ step }) => step)).toEqual([200, 300])
    expect(isOn(off, id, 300)).toBe(false)
    expect(flagsOf(off, off.runs[0]).map(({ words }) => words.split(' ').at(-1))).toEqual(['on', 'off'])
    expect(after(edits.undoSwitch(switchPaths), off)).toEqual(on)
    expect(after(edits.undoSwitch(switchPaths), on)).toEqual(networkOpening())
  })
  it('leaves nothing behind when it is thrown back at the same step', () => {
    expect(after(flip(id, false, 200), after(flip(id, true, 200)))).toEqual(networkOpening())
  })
})

describe('edits', () => {
  it('replace a change of the same step, and cut no later one', () => {
    const later = after(flip('dropout', true, 300, 0.5))
    const both = after(flip('dropout', true, 100, 0.9), later)
    const again = after(flip('dropout', true, 100, 0.7), both)
    expect(again.changes.map(({ step, value }) => [step, (value as { hidden: number }).hidden])).toEqual([
      [100, 0.7],
      [300, 0.5],
    ])
  })
  it('tell a run’s own changes from those of all', () => {
    const rated = after(edits.setRateFrom(50, 'adam', 0.5))
    const adam = rated.runs.find(({ id }) => id === 'adam')!
    expect(runAt(rated, adam, 49).hyperparameters.learningRate).toBe(0.02)
    expect(runAt(rated, adam, 50).hyperparameters.learningRate).toBe(0.5)
    expect(flagsOf(rated, adam)).toEqual([{ step: 50, words: 'η 0.5' }])
    expect(flagsOf(rated, rated.runs[0])).toEqual([])
    const normed = after(flip('batchNorm', true, 60), rated)
    expect(tricksAt(normed, adam, 60).batchNorm.on).toBe(true)
    expect(tricksAt(normed, adam, 59).batchNorm.on).toBe(false)
  })
  it('take every data set, with what can be done to it', () => {
    const odd = after(flip('augment', true, 100), after(edits.setProblem({ labelNoise: 0.1 })))
    for (const kind of Object.keys(datasets)) {
      const set = after(edits.setData(kind), odd)
      expect(networkOf(set).data.kind).toBe(kind)
    }
  })
  it('set layers, noise, rates and clipping', () => {
    expect(networkOf(after(edits.setHidden([]))).hidden).toEqual([])
    expect(networkOf(after(edits.setDataParameter('noise', 0.3))).data.noise).toBe(0.3)
    expect(after(edits.setRate('sgd', 0.15)).runs[0].hyperparameters.learningRate).toBe(0.15)
    const clip = { kind: 'norm', max: 1, epsilon: 1e-6 }
    expect(after(edits.setRunClipping('sgd', clip)).runs[0].clipping).toEqual(clip)
  })
})
