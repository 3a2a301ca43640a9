import { describe, expect, it } from 'vitest'
import { datasets } from '../datasets/index.ts'
import { applyChange } from './applyChange.ts'
import { changePaths } from './changes.ts'
import { limits } from './experiment.ts'
import { networkOf } from './kinds.ts'
import { networkOpening } from './networks.ts'
import { parseExperiment } from './parse.ts'
import { issueText } from './reader.ts'

const input = (problem: object, rest: object = {}) => ({ ...rest, problem: { kind: 'network', ...problem } })
const parse = (problem: object, rest?: object) => {
  const parsed = parseExperiment(input(problem, rest))
  if (!parsed.ok) throw new Error(parsed.issues.map(issueText).join('\n'))
  return parsed.experiment
}
const issuesOf = (problem: object, rest?: object): string[] => {
  const parsed = parseExperiment(input(problem, rest))
  return parsed.ok ? [] : parsed.issues.map(issueText)
}
const data = (kind: string) => ({ data: { kind } })
const own = (problem: object) => ({ runs: [{ optimizer: 'adam', problem }] })
const change = (path: string, value: unknown) => ({
  runs: [{ optimizer: 'sgd' }, { optimizer: 'adam' }],
  changes: [{ step: 20, path: `problem.${path}`, value }],
})

describe('a network experiment', () => {
  it('is complete when nothing is given', () => {
    expect(parse({})).toEqual({
      version: 1,
      seed: 1,
      problem: {
        kind: 'network',
        data: { kind: 'circles', count: 400, noise: 0.12 },
        features: ['x1', 'x2'],
        labelNoise: 0,
        validation: 0.25,
        test: 0.25,
        batch: 20,
        order: 'shuffled',
        hidden: [16, 16],
        activation: 'tanh',
        initializer: { kind: 'xavier' },
        divergence: 'kl',
        l2: 0,
        l1: 0,
        batchNorm: {
          on: false,
          epsilon: 1e-5,
          momentum: 0.1,
          stopGradient: false,
          inference: 'running',
          layers: 'all',
        },
        dropout: { inputs: 1, hidden: 1, form: 'lecture' },
        augmentation: { kind: 'none' },
        patience: 0,
        weights: [],
      },
      steps: 400,
      runs: [],
      changes: [],
    })
  })

  it('opens with four rules on 200 training points', () => {
    const { runs, problem } = networkOpening()
    expect(runs.map(({ id, hyperparameters }) => [id, hyperparameters.learningRate])).toEqual([
      ['sgd', 0.5],
      ['momentum', 0.1],
      ['rmsprop', 0.01],
      ['adam', 0.02],
    ])
    const { data, validation, test } = networkOf({ problem } as never)
    expect((data.count as number) * (1 - validation - test)).toBe(200)
  })

  it.each(Object.values(datasets))('on $id has defaults that go with it', ({ id, task, inputs }) => {
    const problem = networkOf(parse(data(id)))
    expect(problem.divergence).toBe(task === 'regression' ? 'l2' : 'kl')
    expect(problem.features).toEqual(inputs.length === 2 ? ['x1', 'x2'] : [])
    // The bound on the size of a batch takes it from there.
    expect(problem.data.count).toBeGreaterThan(0)
  })

  it('takes no hidden layer, and up to six of up to 128 units', () => {
    expect(networkOf(parse({ hidden: [] })).hidden).toEqual([])
    expect(networkOf(parse({ hidden: [1, 128, 1, 128, 1, 128] })).hidden).toHaveLength(6)
  })

  it('lets a run differ in any trick, completely', () => {
    const { runs } = parse({}, own({ hidden: [4], batchNorm: { on: true }, l2: 0.01, patience: 5 }))
    expect(runs[0].problem).toEqual({
      hidden: [4],
      batchNorm: {
        on: true,
        epsilon: 1e-5,
        momentum: 0.1,
        stopGradient: false,
        inference: 'running',
        layers: 'all',
      },
      l2: 0.01,
      patience: 5,
    })
  })
})

describe('what is wrong with a network is told with its place', () => {
  it.each([
    [{ hidden: [0] }, 'problem.hidden.0: found 0, expected a whole number from 1 to 128'],
    [{ hidden: [129] }, 'problem.hidden.0: found 129, expected a whole number from 1 to 128'],
    [{ hidden: 16 }, 'problem.hidden: found 16, expected a list of at most 6 hidden layers'],
    [
      { hidden: [1, 1, 1, 1, 1, 1, 1] },
      'problem.hidden: found a list of 7, expected a list of at most 6 hidden layers',
    ],
    [{ activation: 'softmax' }, /^problem\.activation: found "softmax", expected one of tanh, .*linear$/],
    [{ initializer: { kind: 'xavir' } }, /^problem\.initializer\.kind: .*did you mean xavier\?$/],
    [{ initializer: { kind: 'normal', scale: -1 } }, /^problem\.initializer\.scale: found -1/],
    [{ divergence: 'mse' }, 'problem.divergence: found "mse", expected one of kl, l2'],
    [{ dropout: { hidden: 0 } }, 'problem.dropout.hidden: found 0, expected a number from 0.01 to 1'],
    [{ batch: 5001 }, 'problem.batch: found 5001, expected a whole number from 0 to 5000'],
    [{ batch: 2.5 }, 'problem.batch: found 2.5, expected a whole number from 0 to 5000'],
    [{ order: 'random' }, 'problem.order: found "random", expected one of shuffled, sequential, sorted'],
    [{ labelNoise: 0.6 }, 'problem.labelNoise: found 0.6, expected a number from 0 to 0.5'],
    [{ batchNorm: true }, 'problem.batchNorm: found true, expected an object'],
    [{ batchNorm: { on: 1 } }, 'problem.batchNorm.on: found 1, expected true or false'],
    [{ l2: NaN }, 'problem.l2: found NaN, expected a number from 0 to 1000'],
    [
      { data: { kind: 'circles', count: 1e6 } },
      'problem.data.count: found 1000000, expected a whole number from 10 to 5000',
    ],
    [{ features: [] }, 'problem.features: found a list of 0, expected one feature at least'],
    [{ features: ['x1', 'x1'] }, 'problem.features: found a list of 2, expected each feature once'],
    [{ features: ['x3'] }, /^problem\.features\.0: found "x3", expected one of x1, x2/],
    [{ start: [1, 2] }, /^problem\.start: found a field of a surface problem, expected one of kind, data/],
    [
      { kind: 'surface', batch: 20 },
      /^problem\.batch: found a field of a network problem, expected one of kind, surface/,
    ],
    [
      { validation: 0.8 },
      'problem.validation: found 0.8 for validation and 0.25 for the test, expected validation and test shares of at most 0.95 together',
    ],
    [
      { patience: 5, validation: 0 },
      'problem.patience: found 5, expected 0 where no rows are held out for validation',
    ],
  ])('%j: %s', (problem, message) => {
    expect(issuesOf(problem)).toEqual([
      typeof message === 'string' ? message : expect.stringMatching(message),
    ])
  })

  it('and what does not go with the data', () => {
    expect(issuesOf({ ...data('sine'), divergence: 'kl' })).toEqual([
      'problem.divergence: found "kl", expected l2: sine has no classes for kl to compare',
    ])
    expect(issuesOf({ ...data('sine'), labelNoise: 0.1 })).toEqual([
      'problem.labelNoise: found 0.1, expected 0, as sine has no labels',
    ])
    expect(issuesOf({ ...data('digits'), features: ['x1'] })).toEqual([
      'problem.features: found a list of 1, expected none, as digits has no points of a plane',
    ])
    expect(issuesOf({ ...data('digits'), augmentation: { kind: 'jitter' } })).toEqual([
      expect.stringMatching(
        /^problem\.augmentation\.kind: found "jitter", expected one of none, .*which digits can take$/,
      ),
    ])
    expect(issuesOf(data('sine'), own({ divergence: 'kl' }))[0]).toMatch(/^runs\.0\.problem\.divergence: /)
  })

  it('without a word on what goes with data that are not known', () => {
    expect(issuesOf({ ...data('circle'), divergence: 'kl', features: ['x1'], labelNoise: 0.1 })).toEqual([
      expect.stringMatching(/^problem\.data\.kind: found "circle", .*did you mean circles\?$/),
    ])
  })

  it.each([
    [{ batch: 10 }, /^runs\.0\.problem\.batch: found what all runs share, expected one of hidden, /],
    [{ noise: 1 }, /^runs\.0\.problem\.noise: found a field of a surface problem, expected one of hidden, /],
    [{ batchnorm: {} }, /^runs\.0\.problem\.batchnorm: found an unknown field, .*did you mean batchNorm\?$/],
    [{ hidden: [0] }, /^runs\.0\.problem\.hidden\.0: found 0/],
    [{ patience: 1001 }, /^runs\.0\.problem\.patience: found 1001/],
  ])('in what a run has of its own: %j', (problem, message) => {
    expect(issuesOf({}, own(problem))).toEqual([expect.stringMatching(message)])
  })
})

describe('while a network trains', () => {
  it.each([
    ['l2', 0.01],
    ['l1', 0.01],
    [
      'batchNorm',
      { on: true, epsilon: 1e-3, momentum: 0.5, stopGradient: true, inference: 'batch', layers: '2' },
    ],
    ['dropout', { inputs: 0.8, hidden: 0.5, form: 'inverse' }],
    ['augmentation', { kind: 'rotation', degrees: 20 }],
    ['patience', 3],
  ])('%s may be switched, for all runs or one', (path, value) => {
    const { runs, changes } = parse({}, change(path, value))
    expect(changes).toEqual([{ step: 20, path: `problem.${path}`, value }])
    for (const run of runs) expect(applyChange(run, changes[0]).problem).toEqual({ [path]: value })
    const alone = { ...changes[0], run: 'adam' }
    expect(applyChange(runs[0], alone)).toBe(runs[0])
    expect(applyChange(runs[1], alone).problem).toEqual({ [path]: value })
  })

  it('a switch leaves the other tricks of a run as they were', () => {
    const { runs } = parse({}, own({ l2: 1, hidden: [4] }))
    const changed = applyChange(runs[0], { step: 1, path: 'problem.l2', value: 2 })
    expect(changed.problem).toEqual({ l2: 2, hidden: [4] })
    expect(runs[0].problem).toEqual({ l2: 1, hidden: [4] })
  })

  it.each([
    ['hidden', [4]],
    ['activation', 'relu'],
    ['initializer', { kind: 'he' }],
    ['divergence', 'l2'],
  ])('%s stays as it was, and the way out is told', (path, value) => {
    expect(issuesOf({}, change(path, value))).toEqual([
      `changes.0.path: found "problem.${path}", expected what may change while a run trains; it begins with this, so give it to a run of its own`,
    ])
  })

  it('nothing changes that all runs share or that surfaces have', () => {
    for (const path of ['data', 'batch', 'noise', 'start', '__proto__', 'constructor'])
      expect(issuesOf({}, change(path, 1))).toEqual([
        expect.stringMatching(/^changes\.0\.path: found .*, expected one of optimizer, .*problem\.l2/),
      ])
  })

  it('a switch is judged as the field is', () => {
    expect(issuesOf(data('digits'), change('augmentation', { kind: 'mirror' }))).toHaveLength(1)
    expect(issuesOf({ validation: 0 }, change('patience', 1))).toHaveLength(1)
    expect(issuesOf({}, change('batchNorm', { on: 'yes' }))).toEqual([
      'changes.0.value.on: found "yes", expected true or false',
    ])
    expect(issuesOf({}, change('l2', undefined))).toEqual([
      'changes.0.value: found nothing, expected a value',
    ])
  })

  it('a surface has none of it', () => {
    const [run] = parse({}, own({})).runs
    expect(changePaths(run, 'surface')).not.toContain('problem.l2')
    expect(changePaths(run, 'network')).not.toContain('problem.noise')
  })
})

describe('single weights', () => {
  const runs = [{ optimizer: 'adam' }, { optimizer: 'sgd', problem: { hidden: [1] } }]
  const set = (change: object) =>
    issuesOf({ hidden: [2] }, { runs, changes: [{ step: 1, value: 0.5, ...change }] })

  it('are set and frozen by index, γ and β after the others', () => {
    expect(set({ run: 'adam', path: 'weights.12' })).toEqual([])
    expect(set({ run: 'adam', path: 'frozen.0', value: true })).toEqual([])
    expect(set({ path: 'weights.5' })).toEqual([])
  })

  it.each([
    [
      { run: 'adam', path: 'weights.13' },
      'changes.0.path: found "weights.13", expected weights. and an index from 0 to 12',
    ],
    [{ path: 'frozen.7' }, 'changes.0.path: found "frozen.7", expected frozen. and an index from 0 to 6'],
    [
      { path: 'weights.5', value: '1' },
      'changes.0.value: found "1", expected a number from -1000000 to 1000000',
    ],
    [{ path: 'frozen.5' }, 'changes.0.value: found 0.5, expected true or false'],
  ])('%j: %s', (change, message) => {
    expect(set(change)).toEqual([message])
  })

  it('of another form are no path', () => {
    for (const path of ['weights', 'weights.', 'weights.-1', 'weights.01', 'weights.1.5', 'frozen.x'])
      expect(set({ path })[0], path).toMatch(/^changes\.0\.path: found ".*", expected one of optimizer/)
    const surface = parseExperiment({
      runs: [{ optimizer: 'sgd' }],
      changes: [{ step: 1, path: 'weights.0', value: 1 }],
    })
    expect(surface.ok).toBe(false)
  })

  it('can all be given to begin with, as many as the network has', () => {
    const weights = Array.from({ length: 9 }, () => 0.1)
    expect(parse({ hidden: [2], weights }).problem).toMatchObject({ weights })
    expect(issuesOf({ hidden: [2], weights }, { runs })).toEqual([
      'problem.weights: found a list of 9, expected 5 numbers, all W and b layer by layer, or none',
    ])
    expect(issuesOf({ hidden: [2] }, own({ weights: [1] }))).toEqual([
      'runs.0.problem.weights: found a list of 1, expected 9 numbers, all W and b layer by layer, or none',
    ])
    expect(issuesOf({ weights: [1, 'x'] })[0]).toMatch(/^problem\.weights\.1: found "x"/)
  })
})

describe('size is bounded', () => {
  const runs = (n: number, problem = {}) => Array.from({ length: n }, () => ({ optimizer: 'adam', problem }))
  const large = { hidden: [128, 128, 128, 128, 128, 128] }

  it('by room for all networks and their batches at once', () => {
    expect(issuesOf({ ...data('digits'), ...large }, { runs: runs(7), steps: 60 })).toEqual([])
    expect(issuesOf({ ...data('digits'), ...large, batch: 0 }, { runs: runs(8), steps: 60 })).toEqual([
      expect.stringMatching(
        new RegExp(
          `^runs: found \\d+ numbers in networks and their batches of 899, expected at most ${limits.numbers}: fewer runs`,
        ),
      ),
    ])
  })

  it('whatever a run has of its own', () => {
    const input = { data: { kind: 'moons', count: 5000 }, batch: 0, hidden: [2] }
    expect(issuesOf(input, { runs: runs(8) })).toEqual([])
    expect(issuesOf(input, { runs: runs(8, large) })[0]).toMatch(/^runs: found/)
  })

  it('by the work of all steps', () => {
    const input = { ...data('digits'), hidden: [128, 128], batch: 0 }
    expect(issuesOf(input, { runs: runs(2), steps: 400 })).toEqual([])
    expect(issuesOf(input, { runs: runs(3), steps: limits.steps })).toEqual([
      expect.stringMatching(
        new RegExp(
          `^steps: found \\d+ products in all, .*, expected at most ${limits.products}: fewer steps`,
        ),
      ),
    ])
  })

  it('and leaves room for eight runs of the opening network for as long as may be', () => {
    expect(issuesOf({}, { runs: runs(8), steps: limits.steps })).toEqual([])
    expect(issuesOf({ data: { kind: 'moons', count: 5000 }, batch: 0 }, { runs: runs(4) })).toEqual([])
  })
})
