import { describe, expect, it } from 'vitest'
import { createRunner } from '../training/runner.ts'
import { fingerprint } from '../training/fingerprint.ts'
import type { Issue } from './experiment.ts'
import { migrate } from './migrations.ts'
import { parseExperiment } from './parse.ts'
import { toPlain } from './plain.ts'
import { issueText, makeReader } from './reader.ts'
import { experimentToText, parseText } from './text.ts'

const adam = {
  learningRate: 0.02,
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
  epsilonInside: true,
  biasCorrection: true,
  amsgrad: false,
}

/** Published forms, one a version and kind of problem. Never edited: what they mean and what they give must stay for ever. */
const frozen = [
  {
    text: 'v=1&f=ravine&kappa=25&rotate=30&start=-4,1.5&noise=.1&steps=40&seed=7&opt=rmsprop,rmsprop:steady&lr=.1,.05&rmsprop.label=as+in+the+notes&rmsprop.schedule=step,10&steady.gamma=.99&steady.clip=norm,2&@20.noise=0&@30.steady.lr=.02',
    experiment: {
      version: 1,
      seed: 7,
      problem: {
        kind: 'surface',
        surface: 'ravine',
        parameters: { kappa: 25 },
        rotation: 30,
        start: [-4, 1.5],
        noise: 0.1,
      },
      steps: 40,
      runs: [
        {
          id: 'rmsprop',
          label: 'as in the notes',
          optimizer: 'rmsprop',
          hyperparameters: {
            learningRate: 0.1,
            decay: 0.9,
            epsilon: 1e-8,
            epsilonInside: true,
            centered: false,
            momentum: 0,
          },
          schedule: { kind: 'step', size: 10, factor: 0.5 },
          clipping: { kind: 'none' },
          weightDecay: 0,
          problem: {},
        },
        {
          id: 'steady',
          optimizer: 'rmsprop',
          hyperparameters: {
            learningRate: 0.05,
            decay: 0.99,
            epsilon: 1e-8,
            epsilonInside: true,
            centered: false,
            momentum: 0,
          },
          schedule: { kind: 'constant' },
          clipping: { kind: 'norm', max: 2, epsilon: 0.000001 },
          weightDecay: 0,
          problem: {},
        },
      ],
      changes: [
        { step: 20, path: 'problem.noise', value: 0 },
        { step: 30, run: 'steady', path: 'hyperparameters.learningRate', value: 0.02 },
      ],
    },
    fingerprint: 'b48cfbc9fac28c26',
  },
  {
    text: 'v=1&data=moons&n=300&noise=.26&net=6-6&act=relu&init=he&loss=l2&l2=.001&bn=1,population&keep=.8,.5&aug=jitter,.1&stop=60&features=x1,x2,x1x2&labelnoise=.15&val=.3&test=.2&batch=32&order=sequential&steps=40&seed=7&opt=sgd,adam,adam&lr=.3,.02,.02&adam-2.net=4&adam-2.bn=0&@20.bn=0&@30.adam.keep=1,.8,inverse',
    experiment: {
      version: 1,
      seed: 7,
      problem: {
        kind: 'network',
        data: { kind: 'moons', count: 300, noise: 0.26 },
        features: ['x1', 'x2', 'x1x2'],
        labelNoise: 0.15,
        validation: 0.3,
        test: 0.2,
        batch: 32,
        order: 'sequential',
        hidden: [6, 6],
        activation: 'relu',
        initializer: { kind: 'he' },
        divergence: 'l2',
        l2: 0.001,
        l1: 0,
        batchNorm: {
          on: true,
          inference: 'population',
          stopGradient: false,
          momentum: 0.1,
          epsilon: 0.00001,
          layers: 'all',
        },
        dropout: { inputs: 0.8, hidden: 0.5, form: 'lecture' },
        augmentation: { kind: 'jitter', spread: 0.1 },
        patience: 60,
        weights: [],
      },
      steps: 40,
      runs: [
        {
          id: 'sgd',
          optimizer: 'sgd',
          hyperparameters: { learningRate: 0.3 },
          schedule: { kind: 'constant' },
          clipping: { kind: 'none' },
          weightDecay: 0,
          problem: {},
        },
        {
          id: 'adam',
          optimizer: 'adam',
          hyperparameters: adam,
          schedule: { kind: 'constant' },
          clipping: { kind: 'none' },
          weightDecay: 0,
          problem: {},
        },
        {
          id: 'adam-2',
          optimizer: 'adam',
          hyperparameters: adam,
          schedule: { kind: 'constant' },
          clipping: { kind: 'none' },
          weightDecay: 0,
          problem: {
            hidden: [4],
            batchNorm: {
              on: false,
              inference: 'running',
              stopGradient: false,
              momentum: 0.1,
              epsilon: 0.00001,
              layers: 'all',
            },
          },
        },
      ],
      changes: [
        {
          step: 20,
          path: 'problem.batchNorm',
          value: {
            on: false,
            inference: 'running',
            stopGradient: false,
            momentum: 0.1,
            epsilon: 0.00001,
            layers: 'all',
          },
        },
        {
          step: 30,
          run: 'adam',
          path: 'problem.dropout',
          value: { inputs: 1, hidden: 0.8, form: 'inverse' },
        },
      ],
    },
    fingerprint: '6e33ca55a5e068cf',
  },
]

describe.each(frozen)('the frozen experiment $text', (published) => {
  it('means what it meant', () => {
    expect(parseText(published.text)).toEqual({ ok: true, experiment: published.experiment, view: {} })
    expect(parseExperiment(published.experiment)).toEqual({ ok: true, experiment: published.experiment })
  })
  it('gives what it gave, to the last bit', () => {
    const parsed = parseExperiment(published.experiment)
    if (!parsed.ok) throw new Error(parsed.issues.map(issueText).join('\n'))
    const runner = createRunner(parsed.experiment)
    runner.advance(parsed.experiment.steps)
    expect(fingerprint(runner.traces)).toBe(published.fingerprint)
  })
})

// All of these are of the newest version.
it.each(frozen)('$text is still how it is written', ({ text }) => {
  const parsed = parseText(text)
  expect(parsed.ok && experimentToText(parsed.experiment)).toBe(text)
})

describe('migrations', () => {
  const lifts = [
    ({ pace, ...rest }: Record<string, never>) => ({ ...rest, speed: pace }),
    ({ speed, ...rest }: Record<string, never>) => ({ ...rest, steps: speed }),
  ]
  const migrated = (input: unknown) => {
    const issues: Issue[] = []
    const value = migrate(makeReader(toPlain(input), issues), lifts as never)
    return issues.length > 0 ? issues.map(issueText) : value
  }

  it('lift an old experiment version by version', () => {
    expect(migrated({ version: 1, pace: 9 })).toEqual({ version: 3, steps: 9 })
    expect(migrated({ version: 2, speed: 9 })).toEqual({ version: 3, steps: 9 })
    expect(migrated({ version: 3, steps: 9 })).toEqual({ version: 3, steps: 9 })
  })
  it('take an experiment without a version for one of the first', () => {
    expect(migrated({ pace: 9 })).toEqual({ version: 3, steps: 9 })
  })
  it('refuse a version that is not known', () => {
    for (const version of [0, 4, 1.5, '1', null, NaN])
      expect(migrated({ version })).toEqual([
        expect.stringMatching(/^version: found .*, expected a version from 1 to 3$/),
      ])
  })
})
