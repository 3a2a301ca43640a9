import { useEffect, useId, useRef } from 'react'
import { Formula } from '../../drawing/Formula.tsx'
import type { Block, Doubt } from '../lesson.ts'
import { displayed } from '../markup.ts'
import { useReading } from './context.tsx'
import { Ending } from './Ending.tsx'
import { PredictBox } from './PredictBox.tsx'
import { Words } from './Words.tsx'

/** What a lesson says, from its title to where it leads. */
export function LessonText() {
  const { lesson } = useReading()
  const heading = useRef<HTMLHeadingElement>(null)
  const first = useRef(lesson)
  useEffect(() => {
    if (first.current === lesson) return
    first.current = lesson
    // Another lesson begins at its beginning.
    scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [lesson])
  return (
    <article className="lesson-text">
      <h2 ref={heading} tabIndex={-1}>
        {lesson.title}
      </h2>
      <p className="dek">
        <Words text={lesson.dek} />
      </p>
      {lesson.body.map((block, n) => (
        // Blocks of one lesson never change places.
        <One key={`${lesson.id} ${n}`} block={block} />
      ))}
      <Ending />
    </article>
  )
}

function One({ block }: { block: Block }) {
  if (typeof block === 'string')
    return (
      <p>
        <Words text={block} />
      </p>
    )
  if ('equation' in block)
    return (
      <div className="equation">
        {displayed(block.equation).map((tex) => (
          <Formula key={tex} tex={tex} display />
        ))}
      </div>
    )
  if ('predict' in block) return <PredictBox prediction={block} />
  if ('note' in block)
    return (
      <p className="note">
        <Words text={block.note} />
      </p>
    )
  return <DoubtBox doubt={block} />
}

/** A claim, and what is measured. */
function DoubtBox({ doubt: { doubt, verdict, source } }: { doubt: Doubt }) {
  const id = useId()
  return (
    <aside className="doubt" aria-labelledby={id}>
      <p id={id}>
        <strong>Is this so?</strong>{' '}
        <q>
          <Words text={doubt} />
        </q>
      </p>
      {verdict.map((text) => (
        <p key={text}>
          <Words text={text} />
        </p>
      ))}
      {source && <p className="source">{source}</p>}
    </aside>
  )
}
