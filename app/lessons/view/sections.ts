import type { Section } from '../../controls/Contents.tsx'
import { lessons } from '../index.ts'
import { writePlace } from './place.ts'

const links = lessons.map((lesson, n) => ({
  part: lesson.part,
  href: writePlace(lesson),
  title: lesson.title,
  number: n + 1,
}))

/** All lessons, in the lecture's order, and what stands beside them. */
export const sections: readonly Section[] = [
  ...[...new Set(lessons.map(({ part }) => part))].map((part) => ({
    title: part,
    links: links.filter((link) => link.part === part),
  })),
  {
    title: 'Beside the lessons',
    links: [
      { href: '#reference=teachers', title: 'For teachers' },
      { href: '#reference=glossary', title: 'Glossary' },
      { href: '#reference=optimizers/sgd', title: 'Reference' },
    ],
  },
]
