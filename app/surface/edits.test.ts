import { surfaceOf } from '../../engine/experiment/kinds.ts'
import { describe, expect, it } from 'vitest'
import { limits } from '../../engine/experiment/experiment.ts'
import { opening } from '../../engine/experiment/opening.ts'
import { parseExperiment } from '../../engine/experiment/parse.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import { surfaces } from '../../engine/surfaces/index.ts'
import { runName } from '../../engine/experiment/runName.ts'
import * as raceEdits from './edits.ts'
import * as ground from './ground.ts'
import { fairRate, fairRates, rateMode, sameRate } from './rates.ts'
import * as runEdits from './runEdits.ts'
import { settingsAt } from './settings.ts'

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

const norm = { kind: 'norm', max: 1, epsilon: 1e-6 }

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
  it('forks a run from a step on, its earlier changes included, not later ones of the same', () => {
    const change = { path: 'hyperparameters.learningRate', value: 0.01 }
    const once = after(edits.forkRun('adam', { ...change, step: 30 }))
    const later = after(edits.forkRun('adam-2', { ...change, step: 40, value: 0.5 }), once)
    expect(later.changes).toEqual([
      { ...change, step: 30, run: 'adam-2' },
      { ...change, step: 30, run: 'adam-3' },
      { ...change, step: 40, run: 'adam-3', value: 0.5 },
    ])
    expect(after(edits.setChange(2, 0.2), later).changes[2].value).toBe(0.2)
    expect(after(edits.removeChange(1), later).changes).toHaveLength(2)
    const earlier = after(edits.forkRun('adam-2', { ...change, step: 10, value: 0.5 }), once)
    expect(earlier.changes.filter((one) => one.run === 'adam-3')).toHaveLength(1)
  })
  it('calls no two runs the same', () => {
    const twice = [20, 20, 40].reduce(
      (before, step) => after(edits.forkRun('adam', { step, path: 'weightDecay', value: 1 }), before),
      after(edits.duplicateRun('adam'), after(edits.removeRun('sgd'), after(edits.removeRun('sign')))),
    )
    expect(twice.runs.filter(({ optimizer }) => optimizer === 'adam').map(runName)).toEqual([
      'Adam',
      'Adam from 40',
      'Adam from 20 2',
      'Adam from 20',
      'Adam 2',
    ])
    const again = after(edits.forkRun('adam-5', { step: 50, path: 'weightDecay', value: 2 }), twice)
    expect(again.runs.map(runName)).toContain('Adam from 50')
    expect(runName({ id: 'fast', optimizer: 'adam' })).toBe('Adam, fast')
  })
  it('renames, and forgets an empty name', () => {
    const named = after(edits.renameRun('adam', '  My Adam '))
    expect(run(named, 'adam').label).toBe('My Adam')
    expect(run(after(edits.renameRun('adam', ' '), named), 'adam')).not.toHaveProperty('label')
    expect(run(after(edits.renameRun('adam', 'x'.repeat(99))), 'adam').label).toHaveLength(limits.labelLength)
  })
  it('resets a run to defaults and the fair rate', () => {
    const odd = after(
      edits.setRun('adam', 'clipping', norm),
      after(edits.setHyperparameter('adam', 'beta1', 0.5)),
    )
    expect(after(edits.resetRun('adam'), odd)).toEqual(opening())
  })
})

describe('settings', () => {
  it.each([
    ['rmsprop', 'hyperparameters.epsilonInside', false],
    ['sgd', 'schedule', { kind: 'step', size: 40, factor: 0.1 }],
    ['sgd', 'clipping', norm],
    ['sgd', 'weightDecay', 0.1],
    ['sgd', 'problem.noise', 0.5],
  ])('sets of %s %s, from the start or from a step on', (id, path, value) => {
    const own = after(edits.setRun(id, path, value))
    expect(edits.fieldOf(own, run(own, id), path)).toEqual(value)
    expect(own.changes).toEqual([])
    const usual = edits.fieldOf(opening(), run(opening(), id), path)
    expect(after(edits.setRun(id, path, usual), own)).toEqual(opening())
    const changed = after(edits.setRun(id, path, value, 20))
    expect(changed).toEqual({ ...opening(), changes: [{ step: 20, run: id, path, value }] })
    expect(after(edits.setRun(id, path, usual, 20), changed)).toEqual(opening())
  })
  it('gives a run another optimizer from a step on, at the rate the race knows, and forgets what that has not', () => {
    const slow = after(edits.setHyperparameter('rmsprop', 'learningRate', 0.07))
    const beta = after(edits.setRun('adam', 'hyperparameters.beta1', 0.5, 40), slow)
    const switched = after(edits.setRun('adam', 'optimizer', 'momentum', 20), beta)
    expect(switched.changes.map(({ path, value }) => [path, value])).toEqual([['optimizer', 'momentum']])
    const { hyperparameters } = settingsAt(switched, run(switched, 'adam'), 21)
    expect(hyperparameters.learningRate).toBe(run(switched, 'momentum').hyperparameters.learningRate)
    expect(
      after(edits.setRun('adam', 'optimizer', 'rmsprop', 20), switched).changes.map(({ value }) => value),
    ).toEqual(['rmsprop', run(switched, 'rmsprop').hyperparameters.learningRate])
    expect(after(edits.removeChange(0), switched)).toEqual(slow)
  })
  it('gives a run another optimizer from the start, with its id', () => {
    const late = after(edits.setRun('sgd', 'hyperparameters.learningRate', 0.01, 20))
    const switched = after(edits.setRun('sgd', 'optimizer', 'adam'), late)
    expect(ids(switched)[0]).toBe('adam-2')
    expect(switched.changes[0].run).toBe('adam-2')
    expect(runName(switched.runs[0])).toBe('Adam 2')
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
      expect(rateMode(set)).toBe('fair')
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
    expect(rateMode(fair)).toBe('fair')
    expect(rateMode(after(sameRate(0.01)))).toBe('same')
    expect(rateMode(after(edits.setHyperparameter('adam', 'learningRate', 0.123)))).toBe('own')
    expect(after(fairRates, after(sameRate(3)))).toEqual(fair)
  })
  it('is no longer fair once a fork changes a rate', () => {
    const forked = edits.forkRun('adam', { step: 30, path: 'hyperparameters.learningRate', value: 1 })
    expect(rateMode(after(forked, after(fairRates)))).toBe('own')
  })
})
