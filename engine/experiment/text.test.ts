import { surfaceOf } from './kinds.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Experiment } from './experiment.ts'
import { experiments } from './experiments.fixture.ts'
import { opening } from './opening.ts'
import { parseExperiment } from './parse.ts'
import { issueText } from './reader.ts'
import { experimentToText, parseText } from './text.ts'

const experimentOf = (text: string): Experiment => {
  const parsed = parseText(text)
  if (!parsed.ok) throw new Error(parsed.issues.map(issueText).join('\n'))
  return parsed.experiment
}
const issuesOf = (text: string): string[] => {
  const parsed = parseText(text)
  return parsed.ok ? [] : parsed.issues.map(issueText)
}
/** The text of the experiment that `text` is read as. */
const again = (text: string): string => experimentToText(experimentOf(text))

describe('an experiment and its text', { timeout: 30_000 }, () => {
  it('are the same: any experiment comes back from its text as it was', () => {
    fc.assert(
      fc.property(experiments, (experiment) => {
        expect(experimentOf(experimentToText(experiment))).toEqual(experiment)
      }),
      { numRuns: 250 },
    )
  })

  it('are the same through chat, HTML text and an address bar', () => {
    const mangle: ((text: string) => string)[] = [
      (text) => `https://lab.example/v1/?from=mail#${text}`,
      (text) => `#?${text}`,
      (text) => `?${text}`,
      (text) => text.replaceAll('&', '&amp;'),
      (text) => `#${text.replaceAll('&', '&#38;')}`,
      (text) => text.replaceAll(/[,:@]/g, encodeURIComponent),
      (text) => `  ${text}\n`,
    ]
    fc.assert(
      fc.property(experiments, fc.constantFrom(...mangle), (experiment, through) => {
        expect(experimentOf(through(experimentToText(experiment)))).toEqual(experiment)
      }),
      { numRuns: 100 },
    )
  })

  it('use only characters that survive in a link, and start no key like an HTML entity', () => {
    fc.assert(
      fc.property(experiments, (experiment) => {
        const text = experimentToText(experiment)
        expect(text).toMatch(/^[\w.,:@/+%=&-]*[\w/+%=&-]$/)
        expect(text).not.toMatch(/&(lt|copy|reg|not|times|para|deg|amp|sect|eth|micro)/)
      }),
      { numRuns: 100 },
    )
  })

  it('leave out what is at its default', () => {
    expect(experimentToText(opening())).toBe('v=1&f=ravine&opt=sgd,momentum,rmsprop,adam,sign')
    expect(again('steps=60&seed=1&rotate=0&noise=0&kappa=50&start=-5,2')).toBe('v=1&f=ravine')
    expect(again('opt=sgd&sgd.schedule=constant&sgd.clip=none&sgd.wd=0')).toBe('v=1&f=ravine&opt=sgd')
    expect(again('opt=sgd&sgd.schedule=step,40,.5')).toBe('v=1&f=ravine&opt=sgd&sgd.schedule=step')
  })

  it('let the default start turn with the surface, and keep one that was set', () => {
    expect(surfaceOf(experimentOf('rotate=90')).start).toEqual([-2, -5])
    expect(again('rotate=90')).toBe('v=1&f=ravine&rotate=90')
    expect(surfaceOf(experimentOf('rotate=90&start=-5,2')).start).toEqual([-5, 2])
    expect(again('rotate=90&start=-5,2')).toBe('v=1&f=ravine&rotate=90&start=-5,2')
  })

  it('name runs after their optimizer unless they have a name of their own', () => {
    expect(experimentOf('opt=adam,adam:fast,adam').runs.map(({ id }) => id)).toEqual([
      'adam',
      'fast',
      'adam-2',
    ])
    expect(again('opt=adam:adam,adam:adam-2,adam:slow')).toBe('v=1&f=ravine&opt=adam,adam,adam:slow')
  })

  it('keep own values of a run and what was switched, in order', () => {
    const text =
      'v=1&f=ravine&opt=adam,adam:fast&adam.label=A+b&adam.clip=norm,2&fast.beta2=.99&fast.wd=.01&fast.start=1,2' +
      '&@10.noise=.1&@20.adam.opt=momentum&@20.adam.lr=.05&@30.adam.schedule=step,10'
    expect(again(text)).toBe(text)
    expect(experimentOf(text).changes.map(({ step, path }) => `${step} ${path}`)).toEqual([
      '10 problem.noise',
      '20 optimizer',
      '20 hyperparameters.learningRate',
      '30 schedule',
    ])
  })

  it('fit a link when eight runs are configured', () => {
    const ids = ['sgd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam', 'adam', 'rprop']
    const runs = ids.map((optimizer, i) => ({
      optimizer,
      label: `Run number ${i + 1}, configured`,
      hyperparameters: { learningRate: 0.0123 * (i + 1) },
      schedule: { kind: 'step', size: 25, factor: 0.7 },
      clipping: { kind: 'norm', max: 2.5 },
      weightDecay: 0.001,
    }))
    const changes = ids.map((_, i) => ({ step: 10 * i, path: 'problem.noise', value: 0.05 * i }))
    const parsed = parseExperiment({ steps: 500, seed: 4294967295, runs, changes })
    expect(parsed.ok && experimentToText(parsed.experiment).length).toBeLessThanOrEqual(1800)
  })
})

describe('text is read', () => {
  it('with the view set aside, as it was', () => {
    const parsed = parseText('f=ravine&theme=dark&at=20&hide=adam,s%C3%A4&host=https://a.example')
    expect(parsed.view).toEqual({ theme: 'dark', at: '20', hide: 'adam,sä', host: 'https://a.example' })
    expect(parsed.ok && experimentToText(parsed.experiment, { theme: 'dark' })).toBe(
      'v=1&f=ravine&theme=dark',
    )
  })

  it('from the fragment first, then from the query', () => {
    expect(experimentOf('https://lab.example/?steps=10#steps=20').steps).toBe(20)
    expect(experimentOf('https://lab.example/?steps=10').steps).toBe(10)
    expect(experimentOf('https://lab.example/').steps).toBe(60)
  })

  it('with numbers as people write them', () => {
    for (const [text, number] of [
      ['.5', 0.5],
      ['0.50', 0.5],
      ['5e-1', 0.5],
      ['+.5', 0.5],
      ['1.', 1],
      ['5%65-1', 0.5],
    ])
      expect(surfaceOf(experimentOf(`noise=${text}`)).noise).toBe(number)
    for (const text of ['', 'NaN', 'Infinity', '1e999', '0x1', '1,5', '--1', 'one', '1_000', '１'])
      expect(issuesOf(`noise=${text}`)).toHaveLength(1)
  })

  it.each([
    ['opt=sgd,adam&lr=.1,x', 'lr (2nd value): found "x", expected a number from 0 to 1000'],
    ['opt=sgd&lr=-1', 'lr: found -1, expected a number from 0 to 1000'],
    ['opt=sgd,adam&lr=.1', 'lr: found 1 value, expected 2, one for each run in opt'],
    ['opt=sgd:a_b', 'opt: found "a_b", expected 1 to 40 letters, digits or -'],
    ['opt=sgd:a,adam:a', 'opt (2nd value): found "a", expected an id that no other run has'],
    ['steps=0', 'steps: found 0, expected a whole number from 1 to 20000'],
    ['start=1', 'start: found a list of 1, expected a list of two numbers'],
    ['start=1,2e6', 'start: found 2000000, expected a number from -1000000 to 1000000'],
    ['steps=5&steps=6', 'steps: found the key twice, expected it once'],
    ['opt=adam&adam.beta2=.9&adam.beta2=.8', 'adam.beta2: found the key twice, expected it once'],
    [
      'opt=rmsprop&rmsprop.gamma=.9&rmsprop.decay=.8',
      'rmsprop.decay: found rmsprop.gamma as well, expected one of them',
    ],
    ['opt=adam&lr=.1&adam.lr=.1', 'adam.lr: found lr as well, expected one of them'],
    ['opt=sgd&@5.adam.lr=.1', '@5.adam.lr: found an unknown run, expected sgd'],
    ['@5.adam.lr=.1', '@5.adam.lr: found an unknown run, expected a run that is in opt'],
    ['opt=sgd&@61.lr=.1', '@61.lr: found 61, expected a whole number from 0 to 60'],
    ['opt=sgd&@x.lr=.1', '@x.lr: found "x", expected a whole number from 0 to 60'],
    ['opt=sgd&@5=.1', '@5: found a malformed key, expected @step.key or @step.run.key'],
    [
      'opt=sgd&@5.start=1,2',
      '@5.start: found what cannot change while a run trains, expected one of opt, schedule, clip, wd, noise, lr',
    ],
    ['opt=sgd&sgd.clip=value,2,3', 'sgd.clip: found an unknown field, expected one of kind, max'],
    ['seed=%E0%A4', 'seed: found "%E0%A4", expected percent-encoded UTF-8'],
    ['v=2', 'v: found 2, expected 1'],
    ['@5.noise=1', '@5.noise: found nothing, expected no change where there is no run'],
  ])('and %s is told as: %s', (text, message) => {
    expect(issuesOf(text)).toEqual([message])
  })

  it.each([
    ['kapa=2', 'kappa'],
    ['thme=dark', 'theme'],
    ['opt=rmsprop&rmsprop.gama=.9', 'rmsprop.gamma'],
    ['opt=rmsprop&rmsporp.gamma=.9', 'rmsprop.gamma'],
    ['opt=admam', 'adam'],
    ['f=ravin', 'ravine'],
    ['opt=adam&@5.adam.beta=.9', 'beta1'],
    ['opt=adam&@5.adm.lr=.9', 'adam'],
  ])('and for %s offers %s', (text, meant) => {
    const issues = issuesOf(text)
    expect(issues).toHaveLength(1)
    expect(issues[0]).toMatch(new RegExp(`did you mean ${meant}\\?$|expected ${meant}$`))
  })

  it('and too much of it is refused, with the bound', () => {
    expect(issuesOf('a'.repeat(90_000))).toEqual(['found 90000 characters, expected at most 81920'])
    const issues = issuesOf(Array.from({ length: 90 }, (_, i) => `x${i}=1`).join('&'))
    expect(issues).toHaveLength(21)
    expect(issues[20]).toBe('found 70 more issues, expected none')
  })
})

describe('hostile text', { timeout: 30_000 }, () => {
  const piece = fc.constantFrom(
    ...'& = # ? , . : @ % %E0 %00 &amp; + - e NaN __proto__ constructor opt lr v f adam sgd start schedule step @20 .5 1e9'.split(
      ' ',
    ),
  )
  const soup = fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 40 })
  const mutated = fc
    .tuple(
      experiments.map((one) => experimentToText(one)),
      fc.nat(),
      fc.nat({ max: 6 }),
      piece,
    )
    .map(([text, at, length, insert]) => {
      const i = at % (text.length + 1)
      return text.slice(0, i) + insert + text.slice(i + length)
    })

  /** Either an experiment that has a text, or issues that can be shown. */
  const judge = (text: string) => {
    const parsed = parseText(text)
    if (parsed.ok) expect(experimentOf(experimentToText(parsed.experiment))).toEqual(parsed.experiment)
    else for (const issue of parsed.issues) expect(issueText(issue)).toMatch(/^[^\p{Cc}]{1,3000}$/u)
    expect(parsed.ok || parsed.issues.length > 0).toBe(true)
  }

  it('is read or refused, never a surprise: 10 000 random texts', () => {
    fc.assert(
      fc.property(
        soup.map((pieces) => pieces.join('')),
        judge,
      ),
      { numRuns: 10_000 },
    )
  })
  it('is read or refused, never a surprise: 250 damaged links', () => {
    fc.assert(fc.property(mutated, judge), { numRuns: 250 })
  })

  it('of the greatest length takes no time to refuse', () => {
    const texts = [
      'opt=' + 'a,'.repeat(8_000),
      'x&'.repeat(8_000),
      '@1.a.b&'.repeat(2_300),
      'opt=sgd&lr=' + ','.repeat(16_000),
    ]
    for (const text of texts) {
      const start = performance.now()
      expect(issuesOf(text).length).toBeGreaterThan(0)
      expect(performance.now() - start).toBeLessThan(2_000)
    }
  })
})
