import { type MouseEvent, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { Figure } from '../../figure/Figure.tsx'
import { writeLink } from '../../share/link.ts'
import { linkOf } from '../markup.ts'
import { useReading } from './context.tsx'
import { numberOf } from './place.ts'
import { Words } from './Words.tsx'

/** In one column, as in lessons.css, the figure has a fixed share of the screen. */
const docked = () => matchMedia('(max-width: 860px)')
const onDocked = (listener: () => void) => {
  const media = docked()
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}

/** The live figure beside the text, what it shows, and the way from it into the lab. */
export function FigurePane() {
  const { stand } = useReading()
  const live = useStore(stand, (state) => state.live)
  const isDocked = useSyncExternalStore(onDocked, () => docked().matches)
  if (!live) return <aside className="lesson-figure" aria-label="Figure" aria-busy="true" />

  const { lesson, name, lab, player, engine, origin } = live
  const { title, caption, show } = lesson.figures[name]
  return (
    <aside className="lesson-figure" aria-label="Figure">
      <Figure
        key={`${lesson.id} ${name}`}
        lab={lab}
        player={player}
        engine={engine}
        // Rows of networks are too many for the dock: one at a time.
        ui={isDocked && origin.problem.kind === 'network' ? 'compact' : 'figure'}
        panels={show}
        edit={['start']}
        origin={origin}
        sizing={isDocked ? 'fill' : 'auto'}
        title={<Words text={title} />}
        caption={
          <>
            <strong>Figure {numberOf(lesson, name)}</strong> <Words text={caption} />
          </>
        }
      />
      <LabLink link={linkOf(lesson.figures, name)}>Open in the lab</LabLink>
    </aside>
  )
}

/** Opens in the lab what the figure shows at the moment of the press. */
export function LabLink({ link, children }: { link: string; children: string }) {
  const { stand } = useReading()
  const update = ({ currentTarget }: MouseEvent<HTMLAnchorElement>) => {
    const { live } = stand.getState()
    if (live) currentTarget.href = `#${writeLink(live.lab.getState())}`
  }
  return (
    <a className="lab-link" href={`#${link}`} onClick={update} onAuxClick={update} onContextMenu={update}>
      {children}
    </a>
  )
}
