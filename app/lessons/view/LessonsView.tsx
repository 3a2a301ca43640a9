import { lazy, Suspense, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import lessonFormulas from 'virtual:formulas/lessons'
import { Contents } from '../../controls/Contents.tsx'
import { Notice } from '../../controls/Notice.tsx'
import { CopyLink } from '../../controls/CopyLink.tsx'
import { TopBar } from '../../controls/TopBar.tsx'
import { addFormulas } from '../../drawing/Formula.tsx'
import { LabProvider } from '../../lab/context.tsx'
import { keys, listenToKeys } from '../../lab/keyboard.ts'
import { EmbedButton } from '../../snippets/EmbedButton.tsx'
import { pageOf, views } from '../../views.ts'
import { ReadingProvider } from './context.tsx'
import { FigurePane } from './FigurePane.tsx'
import { LessonText } from './LessonText.tsx'
import { readPlace, writePlace } from './place.ts'
import { sections } from './sections.ts'
import { createStand } from './stand.ts'
import './lessons.css'

addFormulas(lessonFormulas)

const Help = lazy(() => import('../../Help.tsx'))

/** Keys that are the page's wherever the focus is; Space and the arrows scroll the text. */
const pageKeys = keys.filter(({ shown }) => shown.some((key) => key === 't' || key === '?'))

/** Contents, text, and the live figure that the text sets. */
export function LessonsView() {
  const [stand] = useState(createStand)
  const [place, setPlace] = useState(() => readPlace(location.hash))
  const { lesson, missing } = place
  const live = useStore(stand, (state) => state.live)

  useEffect(() => {
    const onHash = () => {
      // Another view is another page.
      if (pageOf(location.hash)?.key !== 'lesson') location.reload()
      else setPlace(readPlace(location.hash))
    }
    addEventListener('hashchange', onHash)
    return () => removeEventListener('hashchange', onHash)
  }, [])
  useEffect(() => void stand.enter(place), [stand, place])
  useEffect(() => stand.clear, [stand])
  useEffect(() => (live ? listenToKeys(window, live.lab, live.player, pageKeys) : undefined), [live])
  useEffect(() => {
    document.title = `${lesson.title} · Descent`
  }, [lesson])

  return (
    <ReadingProvider value={{ lesson, stand }}>
      <TopBar
        tabs={views.map((view) => ({ ...view, current: view.kind === 'lessons' }))}
        actions={
          <>
            <CopyLink copyLink={() => Promise.resolve(location.href)} />
            {live && <EmbedButton lab={live.lab} scene={`${live.lesson.id}.${live.name}`} />}
          </>
        }
      />
      {missing && (
        <aside className="page-notes" aria-label="Notices">
          <Notice onDismiss={() => setPlace({ ...place, missing: undefined })}>
            There is no {missing}. This is what is nearest to it.
          </Notice>
        </aside>
      )}
      <main className="lessons-view">
        <Contents label="Lessons" word="Lesson" sections={sections} current={writePlace(lesson)} />
        <LessonText />
        <FigurePane />
      </main>
      {live && (
        <LabProvider value={live}>
          <Suspense>
            <Help />
          </Suspense>
        </LabProvider>
      )}
    </ReadingProvider>
  )
}
