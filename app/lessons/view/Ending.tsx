import { lazy, Suspense } from 'react'
import { useStore } from 'zustand'
import { lessons } from '../index.ts'
import { LabLink } from './FigurePane.tsx'
import { useReading } from './context.tsx'
import { Words } from './Words.tsx'
import { opening, writePlace } from './place.ts'

const LessonSnippet = lazy(() => import('./LessonSnippet.tsx'))

/** The takeaway, the figure to take along, what stands behind the numbers, and the neighbouring lessons. */
export function Ending() {
  const { lesson, stand } = useReading()
  const live = useStore(stand, (state) => state.live)
  const at = lessons.indexOf(lesson)
  const neighbours = [
    { word: 'Previous', lesson: lessons[at - 1] },
    { word: 'Next', lesson: lessons[at + 1] },
  ]
  return (
    <footer>
      <h3>What to keep</h3>
      <p className="takeaway">
        <Words text={lesson.takeaway} />
      </p>
      <p className="lesson-actions">
        <LabLink link={opening(lesson).link}>Open the figure in the lab</LabLink>
      </p>
      {live && (
        <Suspense>
          <LessonSnippet live={live} />
        </Suspense>
      )}
      <h3>Checked</h3>
      <p className="lead">Every build of this page runs these against its engine:</p>
      <ul className="claims">
        {Object.values<string>(lesson.claims).map((claim) => (
          <li key={claim}>
            <Words text={claim} />
          </li>
        ))}
      </ul>
      <h3>Sources</h3>
      <ul className="sources">
        {lesson.sources.map((source) => (
          <li key={source}>{source}</li>
        ))}
      </ul>
      <nav className="neighbours" aria-label="Neighbouring lessons">
        {neighbours.map(({ word, lesson: other }) =>
          other ? (
            <a key={word} href={writePlace(other)} rel={word === 'Next' ? 'next' : 'prev'}>
              <span>{word}</span> {other.title}
            </a>
          ) : (
            <span key={word} />
          ),
        )}
      </nav>
    </footer>
  )
}
