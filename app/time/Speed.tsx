import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { plain, setting } from '../drawing/format.ts'
import { useLab, useLabState, usePlayer } from '../lab/context.tsx'
import { SPEEDS } from '../lab/player.ts'

/** Px of a drag from one speed to the next. */
const PER_SPEED = 22

/** The pace of playing: press for the next, drag sideways or use the arrow keys for any. */
export function Speed() {
  const lab = useLab()
  const player = usePlayer()
  const speed = useLabState((state) => state.speed)
  const drag = useRef<{ x: number; moved: boolean }>(undefined)

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const now = drag.current
    if (!now || !event.currentTarget.hasPointerCapture(event.pointerId)) return
    const far = event.clientX - now.x
    if (Math.abs(far) < PER_SPEED) return
    now.x = event.clientX
    now.moved = true
    if (far > 0) player.faster()
    else player.slower()
  }
  const next = () => {
    const at = SPEEDS.indexOf(speed)
    lab.setView({ speed: SPEEDS[(at + 1) % SPEEDS.length] })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const acts: Record<string, () => void> = {
      ArrowUp: player.faster,
      ArrowRight: player.faster,
      ArrowDown: player.slower,
      ArrowLeft: player.slower,
      Home: () => lab.setView({ speed: SPEEDS[0] }),
      End: () => lab.setView({ speed: SPEEDS[SPEEDS.length - 1] }),
      Enter: next,
      ' ': next,
    }
    if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(acts, event.key)) return
    event.preventDefault()
    acts[event.key]()
  }
  return (
    <span
      className="scrub speed"
      role="spinbutton"
      tabIndex={0}
      aria-label="Speed"
      aria-valuemin={SPEEDS[0]}
      aria-valuemax={SPEEDS[SPEEDS.length - 1]}
      aria-valuenow={speed}
      aria-valuetext={`${speed} times`}
      title="Speed ([ and ])"
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.preventDefault()
        event.currentTarget.focus({ preventScroll: true })
        event.currentTarget.setPointerCapture(event.pointerId)
        drag.current = { x: event.clientX, moved: false }
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        if (drag.current && !drag.current.moved) next()
        drag.current = undefined
      }}
      onPointerCancel={() => (drag.current = undefined)}
      onKeyDown={onKeyDown}
    >
      <span className="shown">{plain(setting(speed))}×</span>
    </span>
  )
}
