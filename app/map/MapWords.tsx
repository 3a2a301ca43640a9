import { useRef } from 'react'
import { useWatch } from '../drawing/useWatch.ts'
import { useLab } from '../lab/context.tsx'

/** Asked for at once; the first picture does not wait for its words. */
const description = import('./description.ts')

/** The map's label for assistive technology: brought up to date when nothing moves. */
export function MapWords() {
  const lab = useLab()
  const element = useRef<HTMLDivElement>(null)
  const say = async () => {
    const { describeMap } = await description
    const state = lab.getState()
    if (!state.playing && !state.drafting) element.current?.setAttribute('aria-label', describeMap(state))
  }
  useWatch(
    ({ playing, drafting, step, revision, experiment, hidden }) =>
      playing || drafting ? [true] : [false, step, revision, experiment, hidden],
    (state) => {
      if (!state.playing && !state.drafting) void say()
    },
  )
  return <div ref={element} className="map-words" role="img" aria-label="Map" />
}
