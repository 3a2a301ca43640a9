import fc from 'fast-check'
import { expect, it } from 'vitest'
import { experimentToText } from '../../engine/experiment/text.ts'
import { opening } from '../../engine/experiment/opening.ts'
import { readParameters } from './parameters.ts'

const valley = {
  link: 'v=1&f=ravine&kappa=25&opt=sgd,adam&lr=.04,.2',
  title: 'A valley',
  caption: '',
  panels: ['map'],
  at: 12,
}
const read = (hash: string, search = '') => readParameters(search, hash, { valley })
const textOf = async (hash: string, search = '') => experimentToText((await read(hash, search)).experiment)

it('an address that says nothing is the opening', async () => {
  expect(await textOf('')).toBe(experimentToText(opening()))
  const { settings, issues } = await read('#ui=minimal&edit=lr,gamma&links=0&run=visible')
  expect(issues).toEqual([])
  expect(settings).toMatchObject({ ui: 'minimal', edit: ['lr', 'gamma'], links: false, run: 'visible' })
})

it('the fragment comes before the query, and both before the scene', async () => {
  expect(await textOf('#f=saddle', '?f=booth&steps=33')).toBe('v=1&f=saddle&steps=33')
  const { experiment, at, settings } = await read('#scene=valley&kappa=9')
  expect(experimentToText(experiment)).toBe('v=1&f=ravine&kappa=9&opt=sgd,adam&lr=.04,.2')
  expect(at).toBe(12)
  expect(settings.title).toBe('A valley')
})

it('what is wrong is told and left out, the rest stands', async () => {
  const { experiment, issues, settings } = await read(
    '#f=ravine&kappa=many&opt=sgd&lr=.1&ui=huge&host=nowhere&theme=dark',
  )
  expect(experimentToText(experiment)).toBe('v=1&f=ravine&opt=sgd&lr=.1')
  expect(issues.map(({ path }) => path)).toEqual(['kappa', 'ui', 'host'])
  expect(settings).toMatchObject({ ui: 'figure', theme: 'dark', host: undefined })
})

it('runs that are not known are not guessed: the opening stands in', async () => {
  expect(await textOf('#f=ravine&opt=sdg')).toBe(experimentToText(opening()))
})

it('names that mean nothing are no fault, and are kept to be passed on', async () => {
  const { issues, unknown, experiment } = await read('#f=ravine&opt=sgd&utm_source=x&custom=7')
  expect(issues).toEqual([])
  expect(unknown.map(({ key }) => key)).toEqual(['utm_source', 'custom'])
  expect(experimentToText(experiment)).toBe('v=1&f=ravine&opt=sgd')
})

it('a scene that there is not is answered by the names that are near it', async () => {
  const scenes = {
    signs: valley,
    'signs.valley': valley,
    'signs.net': valley,
    adam: valley,
    'adam.first': valley,
  }
  const expected = async (name: string) => {
    const { issues } = await readParameters('', `#scene=${name}`, scenes)
    return issues.map((issue) => issue.expected)
  }
  expect(await expected('signs.vally')).toEqual(['one of signs.valley, signs.net'])
  expect(await expected('sings')).toEqual(['one of signs, adam'])
})

it('reads goals', async () => {
  expect((await read('#goal=loss,.01,50')).settings.goal).toEqual({ kind: 'loss', atMost: 0.01, within: 50 })
  expect((await read('#goal=diverge')).settings.goal).toEqual({ kind: 'diverge' })
  expect((await read('#goal=loss,x')).issues[0].path).toBe('goal')
})

it('makes a figure of any address', async () => {
  const key = fc.constantFrom(
    'f',
    'opt',
    'lr',
    'start',
    'scene',
    'panels',
    'ui',
    'host',
    'data',
    'net',
    'at',
    'z',
    '@3.lr',
  )
  const character = fc.nat(0xffff).map((code) => String.fromCharCode(code))
  const pair = fc.tuple(
    fc.oneof(key, fc.string({ maxLength: 8 })),
    fc.string({ maxLength: 12, unit: character }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(pair, { maxLength: 4 }), async (pairs) => {
      const { experiment } = await read(`#${pairs.map((one) => one.join('=')).join('&')}`)
      expect(experiment.version).toBe(1)
    }),
    { numRuns: 20 },
  )
})
