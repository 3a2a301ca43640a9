import { readQuery, writeQuery } from '../../../engine/experiment/query.ts'
import { lessons } from '../index.ts'
import type { Lesson } from '../lesson.ts'
import { linkOf, nameOf } from '../markup.ts'

/** Where a reader is: a lesson, and what its figure shows. */
export interface Place {
  lesson: Lesson
  /** A figure's name, with what is other than in its link; the lesson's first where the address names none. */
  figure: string | undefined
  /** What the address asked for and is not there. */
  missing: string | undefined
}

const firstFigure = ({ figures }: Lesson): string => Object.keys(figures)[0]

/** The place that `#lesson=signs&figure=slope` names. */
export function readPlace(hash: string): Place {
  const { lesson: id = '', figure } = Object.fromEntries(
    readQuery(hash).map(({ key, value }) => [key, value]),
  )
  const lesson = lessons.find((one) => one.id === id)
  if (!lesson) return { lesson: lessons[0], figure: undefined, missing: `lesson “${id}”` }
  const isKnown = figure === undefined || Object.hasOwn(lesson.figures, nameOf(figure))
  return {
    lesson,
    figure: isKnown ? figure : undefined,
    missing: isKnown ? undefined : `figure “${nameOf(figure)}” in this lesson`,
  }
}

export const writePlace = (lesson: Lesson, figure?: string): string =>
  `#${writeQuery([
    ['lesson', lesson.id],
    ...(figure === undefined || figure === firstFigure(lesson) ? [] : [['figure', figure] as const]),
  ])}`

/** The first figure as it stands before anything was pressed. */
export const opening = (lesson: Lesson) => ({
  figure: firstFigure(lesson),
  link: linkOf(lesson.figures, firstFigure(lesson)),
})

/** A figure's number, by its name: `4.2`. */
export const numberOf = (lesson: Lesson, name: string): string =>
  `${lessons.indexOf(lesson) + 1}.${Object.keys(lesson.figures).indexOf(name) + 1}`
