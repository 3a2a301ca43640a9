import { describe, expect, test } from 'vitest'
import '../../engine/experiment/networks.ts'
import { parseText } from '../../engine/experiment/text.ts'
import { formulas } from '../formulas.ts'
import { speak } from '../formulas.speak.ts'
import { panels } from '../panels/index.ts'
import { letterOf } from '../surface/letters.ts'
import { lessons } from './index.ts'
import {
  figureRefsOf,
  formulasOf,
  linkOf,
  nameOf,
  parseMarkup,
  piecesOf,
  questionsAbout,
  textsOf,
} from './markup.ts'

test('marks become formulas, emphasis and links, and everything else stays as it is', () => {
  expect(parseMarkup('At $\\eta$ the *limit*, **3.16**, see [the $w_1$ panel](figure:valley?at=3).')).toEqual(
    [
      'At ',
      { tex: '\\eta' },
      ' the ',
      { emphasis: 'limit' },
      ', ',
      { strong: '3.16' },
      ', see ',
      { words: ['the ', { tex: 'w_1' }, ' panel'], to: 'figure', ref: 'valley?at=3' },
      '.',
    ],
  )
})

test('a number stays with its percent, its rate and its thousands', () => {
  expect(parseMarkup('within 5 % after 49 991 steps')).toEqual(['within 5\u00a0% after 49\u00a0991 steps'])
  expect(parseMarkup('**0.32** $\\eta$, 100 points')).toEqual([
    { strong: '0.32' },
    '\u00a0',
    { tex: '\\eta' },
    ', 100 points',
  ])
})

test('a reference to a figure changes what it names in the figure’s link, and nothing else', () => {
  const figures = { valley: { title: '', caption: '', link: 'v=1&f=ravine&opt=sgd&lr=.1', show: [], at: 5 } }
  expect(linkOf(figures, 'valley')).toBe('v=1&f=ravine&opt=sgd&lr=.1&at=5')
  expect(linkOf(figures, 'valley?lr=.2&at=9')).toBe('v=1&f=ravine&opt=sgd&lr=.2&at=9')
})

test('a question is about what is played after it, at any step and however it is looked at, and about nothing else', () => {
  const question = { predict: '', options: ['', ''], right: 0, figure: 'valley?lr=.2', answer: [] }
  const figures = { valley: { title: '', caption: '', link: 'v=1&f=ravine&opt=sgd&lr=.1', show: [], at: 5 } }
  const lesson = { ...lessons[0], figures, body: ['', question] }
  expect(questionsAbout(lesson, 'valley?lr=.2&at=9&focus=sgd')).toEqual([question])
  expect(questionsAbout(lesson, 'valley')).toEqual([])
})

test('lessons have ids and titles of their own', () => {
  expect(new Set(lessons.map(({ id }) => id)).size).toBe(lessons.length)
  expect(new Set(lessons.map(({ title }) => title)).size).toBe(lessons.length)
})

describe.each(lessons.map((lesson) => [lesson.id, lesson] as const))('%s', (_, lesson) => {
  const links = lesson.body.length > 0 ? textsOf(lesson).flatMap(piecesOf) : []

  test('its links name figures and lessons that there are', () => {
    for (const piece of links) {
      if (typeof piece !== 'object' || !('words' in piece)) continue
      if (piece.to === 'lesson') expect(lessons.map(({ id }) => id)).toContain(piece.ref)
      else expect(Object.keys(lesson.figures)).toContain(nameOf(piece.ref))
    }
  })

  test('its text holds every figure, so that a reader comes by', () => {
    const named = new Set(figureRefsOf(lesson).map(nameOf))
    expect(Object.keys(lesson.figures).filter((name) => !named.has(name))).toEqual([])
  })

  test('every link of its figures is an experiment, at a step that there is', () => {
    for (const ref of [...Object.keys(lesson.figures), ...figureRefsOf(lesson)]) {
      const parsed = parseText(linkOf(lesson.figures, ref))
      expect(parsed, ref).toMatchObject({ ok: true })
      if (!parsed.ok) continue
      expect(Number(parsed.view.at), ref).toBeLessThanOrEqual(parsed.experiment.steps)
      const { focus } = parsed.view
      if (focus !== undefined) expect(parsed.experiment.runs.map(({ id }) => id)).toContain(focus)
    }
  })

  test('its figures show panels that their experiment has', () => {
    const rows = ['decision', 'network', 'norm', 'weights', 'divergence']
    const curves = ['map', 'runs', ...panels.map(({ id }) => id)]
    for (const { link, show } of Object.values(lesson.figures)) {
      const known = /[&?](data|net)=/.test(link) ? rows : curves
      for (const one of show) expect(known).toContain(one)
    }
  })

  test('its formulas are among those that are typeset, and can be said', () => {
    const known = Object.values(formulas).flat()
    for (const tex of formulasOf(lesson)) {
      if (!letterOf(tex)) expect(known).toContain(tex)
      expect(speak(tex)).not.toMatch(/[\\{}^_]/)
    }
  })

  test('its questions have one right answer each', () => {
    for (const block of lesson.body)
      if (typeof block === 'object' && 'predict' in block) expect(block.options[block.right]).toBeDefined()
  })
})
