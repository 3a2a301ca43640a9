import { Pick } from '../../controls/Pick.tsx'
import { lessons } from '../index.ts'
import type { Lesson } from '../lesson.ts'
import { writePlace } from './place.ts'

const numbered = lessons.map((lesson, n) => ({ lesson, number: n + 1 }))
const parts = [...new Set(lessons.map(({ part }) => part))].map((part) => ({
  part,
  entries: numbered.filter(({ lesson }) => lesson.part === part),
}))

const others = [
  { href: '#reference=teachers', title: 'For teachers' },
  { href: '#reference=glossary', title: 'Glossary' },
  { href: '#reference=optimizers/sgd', title: 'Reference' },
]

/** All lessons, in the lecture's order; a menu where there is no room for a list. */
export function Contents({ current }: { current: Lesson }) {
  return (
    <>
      <nav className="contents" aria-label="Lessons">
        {parts.map(({ part, entries }) => (
          <section key={part}>
            <h2>{part}</h2>
            <ol start={entries[0].number}>
              {entries.map(({ lesson, number }) => (
                <li key={lesson.id}>
                  <a href={writePlace(lesson)} aria-current={lesson === current ? 'page' : undefined}>
                    <span>{number}</span> {lesson.title}
                  </a>
                </li>
              ))}
            </ol>
          </section>
        ))}
        <section>
          <h2>Beside the lessons</h2>
          <ul>
            {others.map(({ href, title }) => (
              <li key={href}>
                <a href={href}>{title}</a>
              </li>
            ))}
          </ul>
        </section>
      </nav>
      <div className="contents-menu">
        Lesson{' '}
        <Pick
          label="Lesson"
          value={current.id}
          options={parts.map(({ part, entries }) => ({
            label: part,
            options: entries.map(({ lesson, number }) => ({
              value: lesson.id,
              label: `${number} ${lesson.title}`,
            })),
          }))}
          onChange={(id) => location.assign(`#lesson=${id}`)}
        />
      </div>
    </>
  )
}
