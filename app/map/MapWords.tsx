import { useRef } from 'react'
import { useWatch } from '../drawing/useWatch.ts'
import { describeMap } from './description.ts'

/** The map's label for assistive technology: brought up to date when nothing moves. */
export function MapWords() {
  const element = useRef<HTMLDivElement>(null)
  useWatch(
    ({ playing, drafting, step, revision, experiment, hidden }) =>
      playing || drafting ? [true] : [false, step, revision, experiment, hidden],
    (state) => {
      if (!state.playing && !state.drafting) element.current?.setAttribute('aria-label', describeMap(state))
    },
  )
  return <div ref={element} className="map-words" role="img" aria-label="Map" />
}
