import { useState } from 'react'
import type { Experiment } from '../../engine/experiment/experiment.ts'
import { useLab, useLabState } from '../lab/context.tsx'

/** Back to the experiment that the figure was made with, once it has been changed. */
export function WayBack({ origin }: { origin: Experiment | undefined }) {
  const lab = useLab()
  const [first] = useState(() => lab.getState().experiment)
  const from = origin ?? first
  const isChanged = useLabState(
    ({ experiment }) => experiment !== from && JSON.stringify(experiment) !== JSON.stringify(from),
  )
  if (!isChanged) return null
  return (
    <button type="button" className="link" onClick={() => lab.edit(() => from)}>
      Undo changes
    </button>
  )
}

/** The way to the whole lab, with what is on screen at the moment it is taken. */
export function WayOn({ href }: { href: () => string }) {
  const bring = ({ currentTarget }: { currentTarget: HTMLAnchorElement }) => {
    currentTarget.href = href()
  }
  return (
    <a
      className="live-open"
      href={href()}
      target={window.top === window ? undefined : '_blank'}
      rel="noopener"
      onPointerDown={bring}
      onFocus={bring}
      onClick={bring}
    >
      Open in Descent
    </a>
  )
}
