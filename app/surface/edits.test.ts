import { surfaceOf } from '../../engine/experiment/kinds.ts'
import { describe, expect, it } from 'vitest'
import { limits } from '../../engine/experiment/experiment.ts'
import { opening } from '../../engine/experiment/opening.ts'
import { parseExperiment } from '../../engine/experiment/parse.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import { surfaces } from '../../engine/surfaces/index.ts'
import * as raceEdits from './edits.ts'
import * as ground from './ground.ts'
import { fairRate, fairRates, rateMode, sameRate } from './rates.ts'
import * as runEdits from './runEdits.ts'

const edits = { ...raceEdits, ...runEdits }

/** What the lab makes of an edit: every edit has to pass the parser, and to pass it unchanged. */
function after(edit: raceEdits.Edit, experiment = opening()) {
  const result = parseExperiment(edit(experiment))
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  expect(result.experiment).toEqual(edit(experiment))
  return result.experiment
}
const ids = (experiment: ReturnType<typeof after>) => experiment.runs.map(({ id }) => id)
const run = (experiment: ReturnType<typeof after>, id: string) =>
  experiment.runs.find((one) => one.id === id)!

describe('runs', () => {
  it('adds every optimizer with its defaults at the surface’s rate', () => {
    for (const id of Object.keys(optimizers)) {
      const added = after(edits.addRun(id)).runs.at(-1)!
      expect(added.optimizer).toBe(id)
      expect(added.hyperparameters.learningRate).toBe(fairRate(opening().problem, id))
    }
  })
  it('gives a second one another id', () => {
    expect(ids(after(edits.addRun('adam'))).at(-1)).toBe('adam-2')
  })
  it('removes a run and what was changed in it', () => {
    const forked = after(edits.forkRun('adam', { step: 20, path: 'weightDecay', value: 1 }))
    expect(forked.changes).toHaveLength(1)
    const left = after(edits.removeRun('adam-2'), forked)
    expect(ids(left)).toEqual(ids(opening()))
    expect(left.changes).toEqual([])
  })
  it('lets exactly the chosen optimizers race', () => {
    const left = after(edits.setOptimizers(['adam', 'rprop']))
    expect(ids(left)).toEqual(['adam', 'rprop'])
    expect(after(edits.setOptimizers([]), left).runs).toEqual([])
  })
  it('copies a run below it', () => {
    const copied = after(edits.duplicateRun('momentum', 'Heavier'))
    expect(ids(copied).slice(0, 3)).toEqual(['sgd', 'momentum', 'momentum-2'])
    expect(run(copied, 'momentum-2')).toEqual({
      ...run(copied, 'momentum'),
      id: 'momentum-2',
      label: 'Heavier',
    })
  })
  it('forks a run from a step on, its earlier changes included', () => {
    const change = { path: 'hyperparameters.learningRate', value: 0.01 }
    const once = after(edits.forkRun('adam', { ...change, step: 30 }))
    const twice = after(edits.forkRun('adam-2', { ...change, step: 10, value: 0.5 }), once)
    expect(twice.changes).toEqual([
      { ...change, step: 10, run: 'adam-3', value: 0.5 },
      { ...change, step: 30, run: 'adam-2' },
      { ...change, step: 30, run: 'adam-3' },
    ])
    expect(after(edits.setChange(1, 0.2), twice).changes[1].value).toBe(0.2)
    expect(after(edits.removeChange(1), twice).changes).toHaveLength(2)
  })
  it('renames, and forgets an empty name', () => {
    const named = after(edits.renameRun('adam', '  My Adam '))
    expect(run(named, 'adam').label).toBe('My Adam')
    expect(run(after(edits.renameRun('adam', ' '), named), 'adam')).not.toHaveProperty('label')
    expect(run(after(edits.renameRun('adam', 'x'.repeat(99))), 'adam').label).toHaveLength(limits.labelLength)
  })
  it('resets a run to defaults and the fair rate', () => {
    const odd = after(edits.setClipping('adam', 'norm'), after(edits.setHyperparameter('adam', 'beta1', 0.5)))
    expect(after(edits.resetRun('adam'), odd)).toEqual(opening())
  })
})

describe('settings', () => {
  it('sets hyperparameters, schedules, clipping and decay', () => {
    expect(
      run(after(edits.setHyperparameter('rmsprop', 'epsilonInside', false)), 'rmsprop').hyperparameters,
    ).toMatchObject({
      epsilonInside: false,
    })
    const scheduled = after(edits.setSchedule('sgd', 'step'))
    expect(run(scheduled, 'sgd').schedule).toEqual({ kind: 'step', size: 40, factor: 0.5 })
    expect(
      run(after(edits.setChoiceParameter('sgd', 'schedule', 'factor', 0.1), scheduled), 'sgd').schedule,
    ).toMatchObject({
      factor: 0.1,
    })
    expect(run(after(edits.setClipping('sgd', 'norm')), 'sgd').clipping).toMatchObject({
      kind: 'norm',
      max: 1,
    })
    expect(run(after(edits.setWeightDecay('sgd', 0.1)), 'sgd').weightDecay).toBe(0.1)
  })
  it('drops changes beyond a shortened race', () => {
    const forked = after(edits.forkRun('adam', { step: 30, path: 'weightDecay', value: 1 }))
    expect(after(edits.setSteps(30), forked).changes).toHaveLength(1)
    expect(after(edits.setSteps(29), forked).changes).toHaveLength(0)
  })
  it('sets noise and a next seed, round the end', () => {
    expect(surfaceOf(after(edits.setNoise(0.5))).noise).toBe(0.5)
    expect(after(edits.setSeed(4294967296)).seed).toBe(0)
  })
})

describe('ground', () => {
  it('sets every surface with its start, unturned, at its rates', () => {
    const own = {
      ...opening(),
      runs: opening().runs.map((one) => ({ ...one, problem: { start: [1, 1] as const } })),
    }
    for (const [id, surface] of Object.entries(surfaces)) {
      const set = after(ground.setSurface(id), ground.rotateBy(45)(own))
      expect(set.problem).toMatchObject({ surface: id, rotation: 0, start: surface.starts[0] })
      expect(set.runs.every(({ problem }) => problem.start === undefined)).toBe(true)
      expect(rateMode(set)).toEqual({ kind: 'fair' })
    }
  })
  it('turns there and back to the same digits, the usual start and any other', () => {
    expect(after(ground.rotateBy(-45), after(ground.rotateBy(45)))).toEqual(opening())
    const moved = after(ground.setStart([1.2345, -2.5]))
    expect(after(ground.rotateBy(-45), after(ground.rotateBy(45), moved))).toEqual(moved)
    expect(surfaceOf(after(ground.rotateBy(90), moved)).start).toEqual([2.5, 1.2345])
  })
  it('turns starts of their own too', () => {
    const own = { ...opening(), runs: [{ ...opening().runs[0], problem: { start: [1, 0] as const } }] }
    expect(after(ground.rotateBy(90), own).runs[0].problem.start).toEqual([0, 1])
  })
  it('takes the usual start along when the shape changes, and leaves another where it is', () => {
    const turned = after(ground.rotateBy(30))
    expect(surfaceOf(after(ground.setSurfaceParameter('kappa', 200), turned)).start).toEqual(
      surfaceOf(turned).start,
    )
    const moved = after(ground.setStart([1, 1]))
    expect(surfaceOf(after(ground.setSurfaceParameter('kappa', 200), moved)).start).toEqual([1, 1])
  })
})

describe('rates', () => {
  it('knows a fair race, a shared rate and neither', () => {
    const fair = after(fairRates)
    expect(rateMode(fair)).toEqual({ kind: 'fair' })
    expect(rateMode(after(sameRate(0.01)))).toEqual({ kind: 'same', rate: 0.01 })
    expect(rateMode(after(edits.setHyperparameter('adam', 'learningRate', 0.123)))).toEqual({ kind: 'own' })
    expect(after(fairRates, after(sameRate(3)))).toEqual(fair)
  })
  it('is no longer fair once a fork changes a rate', () => {
    const forked = edits.forkRun('adam', { step: 30, path: 'hyperparameters.learningRate', value: 1 })
    expect(rateMode(after(forked, after(fairRates)))).toEqual({ kind: 'own' })
  })
})
