import { type MouseEvent, useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { LabProvider } from '../../lab/context.tsx'
import { listenToKeys } from '../../lab/keyboard.ts'
import { SurfaceMap } from '../../map/SurfaceMap.tsx'
import { panels } from '../../panels/index.ts'
import { writeLink } from '../../share/link.ts'
import { TimePanels } from '../../time/TimePanels.tsx'
import { lessons } from '../index.ts'
import { linkOf } from '../markup.ts'
import { useReading } from './context.tsx'
import type { LiveFigure } from './liveFigure.ts'
import { Words } from './Words.tsx'

/** The live figure beside the text, what it shows, and the way from it into the lab. */
export function FigurePane() {
  const { stand } = useReading()
  const live = useStore(stand, (state) => state.live)
  const pane = useRef<HTMLElement>(null)

  useEffect(() => {
    if (!pane.current || !live) return
    // Beside a text that is scrolled, keys are the figure's only while it has the focus.
    return listenToKeys(pane.current, live.lab, live.player)
  }, [live])

  if (!live) return <figure className="lesson-figure" ref={pane} tabIndex={-1} aria-busy="true" />
  const { lesson, name } = live
  const { title, caption, show } = lesson.figures[name]
  const chosen = panels.filter(({ id }) => show.includes(id)).map((panel) => ({ ...panel, folded: false }))
  const number = `${lessons.indexOf(lesson) + 1}.${Object.keys(lesson.figures).indexOf(name) + 1}`
  return (
    <figure className="lesson-figure" ref={pane} tabIndex={-1} aria-label={title}>
      <LabProvider value={live} key={`${lesson.id} ${name}`}>
        <p className="figure-title">
          <strong>
            <Words text={title} />
          </strong>
        </p>
        {show.includes('map') && (
          <div className="figure-map">
            <SurfaceMap />
          </div>
        )}
        <TimePanels panels={chosen} height={220} />
        <figcaption>
          <strong>Figure {number}</strong> <Words text={caption} />
          <LabLink live={live} link={linkOf(lesson.figures, name)} />
        </figcaption>
      </LabProvider>
    </figure>
  )
}

/** Opens in the lab what the figure shows at the moment of the press. */
function LabLink({ live, link }: { live: LiveFigure; link: string }) {
  const update = ({ currentTarget }: MouseEvent<HTMLAnchorElement>) => {
    currentTarget.href = `#${writeLink(live.lab.getState())}`
  }
  return (
    <a className="lab-link" href={`#${link}`} onClick={update} onAuxClick={update} onContextMenu={update}>
      Open in the lab
    </a>
  )
}
