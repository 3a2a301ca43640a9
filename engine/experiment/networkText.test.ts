import { describe, expect, it } from 'vitest'
import { networkOf } from './kinds.ts'
import { networkOpening } from './networks.ts'
import { issueText } from './reader.ts'
import { experimentToText, parseText } from './text.ts'

const experimentOf = (text: string) => {
  const parsed = parseText(text)
  if (!parsed.ok) throw new Error(parsed.issues.map(issueText).join('\n'))
  return parsed.experiment
}
const problemOf = (text: string) => networkOf(experimentOf(text))
const issuesOf = (text: string): string[] => {
  const parsed = parseText(text)
  return parsed.ok ? [] : parsed.issues.map(issueText)
}
const again = (text: string): string => experimentToText(experimentOf(text))

describe('a network experiment as text', () => {
  it('leaves out what is at its default for its data', () => {
    expect(experimentToText(networkOpening())).toBe(
      'v=1&data=circles&opt=sgd,momentum,rmsprop,adam&lr=.5,.1,.01,.02',
    )
    expect(again('data=circles&net=16-16&act=tanh&init=xavier&loss=kl&batch=20&bn=0&keep=1&steps=400')).toBe(
      'v=1&data=circles',
    )
    expect(again('data=sine&loss=l2')).toBe('v=1&data=sine')
    expect(again('data=moons&loss=l2')).toBe('v=1&data=moons&loss=l2')
  })

  it('comes back as it was written, with what runs have of their own and what was switched', () => {
    const text =
      'v=1&data=moons&n=300&noise=.26&net=6-6&act=relu&init=he&loss=l2&l2=.001&l1=.0001&bn=1,population' +
      '&keep=.8,.5,inverse&aug=jitter,.1&stop=60&features=x1,x2,x1x2&labelnoise=.15&val=.3&test=.2&batch=32' +
      '&order=sequential&steps=500&seed=7&opt=sgd,adam,adam&lr=.3,.02,.02&adam-2.net=4&adam-2.l2=.01&adam-2.bn=0' +
      '&@200.bn=1&@300.adam.aug=none&@400.keep=1,.8&@400.adam.stop=0&@400.w12=-.5&@400.adam.freeze12=1&@450.adam.freeze12=0'
    expect(again(text)).toBe(text)
  })

  it('has the weights to begin with, where they are given', () => {
    const text = 'v=1&data=moons&net=1&weights=.1,.2,.3,-.4,1e-7&opt=sgd,adam&adam.weights=1,2,3,4,5'
    expect(again(text)).toBe(text)
  })

  it('says by `data` or `net` that it is one', () => {
    expect(problemOf('net=6-6')).toMatchObject({ data: { kind: 'circles' }, hidden: [6, 6] })
    expect(again('net=none')).toBe('v=1&data=circles&net=none')
    expect(experimentOf('noise=.3').problem.kind).toBe('surface')
    expect(problemOf('data=moons&noise=.3').data.noise).toBe(0.3)
    expect(problemOf('data=moons&count=300').data.count).toBe(300)
  })

  it('leaves a place empty for a default', () => {
    expect(problemOf('data=moons&bn=1,,1').batchNorm).toMatchObject({
      inference: 'running',
      stopGradient: true,
    })
    expect(problemOf('data=moons&bn=1,,,,,2').batchNorm).toMatchObject({ on: true, layers: '2' })
    expect(problemOf('data=moons&keep=,.5').dropout).toMatchObject({ inputs: 1, hidden: 0.5 })
  })

  it.each([
    ['f=ravine&data=moons', 'data: found f as well, expected one of them: a surface has no data'],
    ['net=6&f=ravine&kappa=2&adam.x=1', 'net: found f as well, expected one of them: a surface has no data'],
    ['data=moons&net=', 'net: found "", expected a whole number from 1 to 128'],
    ['data=moons&net=200', 'net: found 200, expected a whole number from 1 to 128'],
    ['data=moons&net=6x6', 'net: found "6x6", expected a whole number from 1 to 128'],
    ['data=moons&net=1-1-1-1-1-1-1', 'net: found a list of 7, expected a list of at most 6 hidden layers'],
    ['data=moons&bn=', 'bn: found "", expected true or false'],
    [
      'data=moons&bn=1,,,,,22',
      'bn: found "22", expected all, or the numbers of layers, each once, as in 13 at character 1 instead of "22"',
    ],
    ['data=moons&bn=on', 'bn: found "on", expected true or false'],
    ['data=moons&keep=', 'keep: found "", expected a number from 0.01 to 1'],
    ['data=moons&keep=1,1,lecture,1', 'keep: found an unknown field, expected one of inputs, hidden, form'],
    ['data=sine&loss=kl', 'loss: found "kl", expected l2: sine has no classes for kl to compare'],
    ['data=moons&stop=5&val=0', 'stop: found 5, expected 0 where no rows are held out for validation'],
    [
      'data=moons&val=.8',
      'val: found 0.8 for validation and 0.25 for the test, expected validation and test shares of at most 0.95 together',
    ],
    [
      'data=moons&net=1&opt=sgd&@5.sgd.w9=1',
      '@5.sgd.w9: found "weights.9", expected weights. and an index from 0 to 6',
    ],
    ['data=moons&opt=sgd&@5.freeze9=yes', '@5.freeze9: found "yes", expected true or false'],
    ['data=moons&net=1&weights=1,2', /^weights: found a list of 2, expected 5 numbers/],
    [
      'data=moons&opt=sgd&@5.sgd.net=4',
      /^@5\.sgd\.net: found what cannot change while a run trains, expected one of opt, /,
    ],
    [
      'data=moons&opt=sgd&@5.noise=.1',
      /^@5\.noise: found an unknown key, expected one of opt, .*l2, l1, bn, keep/,
    ],
    ['data=moons&opt=sgd&sgd.batch=5', /^sgd\.batch: found what all runs share, expected one of sgd\.lr, /],
    [
      'data=moons&opt=sgd&sgd.noise=5',
      /^sgd\.noise: found a key that goes with f, expected one of sgd\.lr, /,
    ],
    ['data=moons&rotate=5', /^rotate: found a key that goes with f, expected one of /],
    ['f=ravine&bn=1', /^bn: found a key that goes with data, expected one of /],
    ['val=.5', /^val: found a key that goes with data, expected one of /],
    ['data=mons&noise=.2', /^data: found "mons", .*did you mean moons\?$/],
    ['data=moons&turns=2', /^turns: found an unknown key, expected one of .*noise/],
    ['data=moons&opt=adam&adam.bm=1', /^adam\.bm: found an unknown key, .*did you mean adam\.bn\?$/],
    [
      'data=digits&net=128-128-128-128&batch=0&opt=sgd,adam,adam,adam,adam,adam',
      /^opt: found \d+ numbers in networks and their batches of 899, expected at most 8388608: fewer runs/,
    ],
  ])('and %s is told as: %s', (text, message) => {
    expect(issuesOf(text)).toEqual([typeof message === 'string' ? message : expect.stringMatching(message)])
  })

  it('fits a link when four runs are configured', () => {
    const tricks = (id: string) =>
      `&${id}.label=Run+number+one&${id}.net=32-32-32&${id}.act=relu&${id}.init=he&${id}.l2=.0001&${id}.bn=1,population&${id}.keep=.8,.5&${id}.aug=rotation,20&${id}.stop=20&${id}.schedule=step,100&${id}.clip=norm,2`
    const ids = ['sgd', 'momentum', 'rmsprop', 'adam']
    const text = `v=1&data=spiral&n=1000&features=x1,x2,sinx1,sinx2&opt=${ids.join(',')}${ids.map(tricks).join('')}&@200.bn=1&@300.keep=1,.8`
    expect(again(text).length).toBeLessThanOrEqual(1800)
  })
})
