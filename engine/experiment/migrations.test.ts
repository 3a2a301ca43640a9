import { describe, expect, it } from 'vitest'
import { createRunner } from '../training/runner.ts'
import { fingerprint } from '../training/fingerprint.ts'
import type { Issue } from './experiment.ts'
import { migrate } from './migrations.ts'
import { parseExperiment } from './parse.ts'
import { toPlain } from './plain.ts'
import { issueText, makeReader } from './reader.ts'
import { experimentToText, parseText } from './text.ts'

/** Published forms, one a version. Never edited: what they mean and what they give must stay for ever. */
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

it('the newest frozen text is still how it is written', () => {
  const { text } = frozen[frozen.length - 1]
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
