import { expect, it } from 'vitest'
import { opening } from '../../engine/experiment/opening.ts'
import { isSafeKey, readQuery } from '../../engine/experiment/query.ts'
import { readParameters } from '../embed/parameters.ts'
import { changeable, type Choices, pairsOf, showable } from './choices.ts'
import { type Figure, frameOf, snippetsOf } from './snippets.ts'

const link = 'v=1&f=ravine&kappa=25&opt=sgd,adam&lr=.04,.2&at=12'
const all: Choices = {
  ui: 'compact',
  theme: 'dark',
  title: 'Who & "where"?',
  panels: ['map', 'loss'],
  edit: ['lr', 'start'],
  goal: { kind: 'loss', atMost: 0.01, within: 40 },
  host: 'https://course.example',
}
const figure = (choices: Choices): Figure => ({
  lab: 'https://lab.example/descent/',
  link,
  short: link,
  pairs: pairsOf(choices, 'Two optimizers'),
  title: choices.title,
  picture: 'descent.png',
  width: 640,
  height: 420,
})
const textOf = (name: string) => snippetsOf(figure(all)).find((snippet) => snippet.name === name)?.text ?? ''

it('the frame’s address is read as it was chosen', async () => {
  const { settings, issues } = await readParameters('', new URL(frameOf(figure(all))).hash, {})
  expect(issues).toEqual([])
  expect(settings).toMatchObject(all)
})

it('the forms that survive most come first', () => {
  expect(snippetsOf(figure(all)).map(({ name }) => name)).toEqual([
    'Frame',
    'Element',
    'Poster link',
    'MyST',
    'Quarto',
    'reveal.js',
    'Markdown',
  ])
})

it('what is usual is not said', () => {
  const usual: Choices = {
    ...all,
    ui: 'figure',
    theme: 'auto',
    title: 'Two optimizers',
    panels: undefined,
    edit: undefined,
    goal: undefined,
  }
  expect(frameOf(figure(usual))).toBe(`https://lab.example/descent/v1/embed/#${link}`)
})

it('no name is taken for a character where the text is pasted as HTML', () => {
  for (const { text } of snippetsOf(figure(all)))
    for (const [, name] of text.matchAll(/&(\w+)=/g)) expect(isSafeKey(name), name).toBe(true)
  for (const { key } of readQuery(frameOf(figure(all)))) expect(isSafeKey(key), key).toBe(true)
})

it('a title ends no attribute', () => {
  expect(textOf('Frame')).toContain('title="Who &amp; &quot;where&quot;?"')
  expect(textOf('Element')).toContain('label="Who &amp; &quot;where&quot;?"')
})

it('the element says by attributes what it has attributes for, and pins the page itself', () => {
  expect(textOf('Element')).toContain('ui="compact" panels="map,loss" edit="lr,start" theme="dark"')
  expect(textOf('Element')).toContain('&goal=loss,0.01,40"')
  expect(textOf('Element')).not.toContain('host=')
})

it('everything that a level shows or lets change can be chosen', () => {
  const experiment = opening()
  expect(showable(experiment.problem).map(({ label }) => label)).not.toContain(undefined)
  expect(changeable(experiment).map(({ value }) => value)).toEqual(
    expect.arrayContaining(['*', 'lr', 'start', 'kappa', 'seed']),
  )
})
