import { type KeyboardEvent, lazy, type PointerEvent, Suspense, useRef } from 'react'
import type { Change, Experiment } from '../../engine/experiment/experiment.ts'
import { requestText } from '../drawing/frame.ts'
import { setText } from '../drawing/setText.ts'
import { useWatch } from '../drawing/useWatch.ts'
import { useLab, useLabState } from '../lab/context.tsx'
import { railTicks, toX } from './steps.ts'

/** Few races have any. */
const RailFlags = lazy(() => import('./RailFlags.tsx'))

export interface RailProps {
  /** Px of the rail, for the ticks under it; without it there are none. */
  width?: number
  /** A change in a word or two, to stand under a rail whose width is known; else it is said when pointed at. */
  flagWords?: ((experiment: Experiment, change: Change) => string) | undefined
  /** The step of the flag that is pointed at or has the focus. */
  onPoint?: ((step: number | undefined) => void) | undefined
}

/** Px within which a tick's label makes room for the thumb's. */
const CLEAR = 44

/** While it plays the rail moves this often at most: each move lays a part of the page out anew. */
const PLAYING_MS = 1000 / 30

const percent = (step: number, steps: number) => `${toX({ from: 0, to: steps, width: 100 }, step)}%`

/**
 * The steps as a rail in three inks: seen, computed, to come. A slider whose thumb is the cursor; it moves outside
 * React.
 */
export function Rail({ width, flagWords, onPoint }: RailProps) {
  const lab = useLab()
  const rail = useRef<HTMLDivElement>(null)
  const thumb = useRef<HTMLDivElement>(null)
  const seen = useRef<HTMLDivElement>(null)
  const computed = useRef<HTMLDivElement>(null)
  const label = useRef<HTMLDivElement>(null)
  const progress = useRef<HTMLDivElement>(null)
  const ticks = useRef<HTMLDivElement>(null)
  const steps = useLabState(({ experiment }) => experiment.steps)
  const isFlagged = useLabState(({ experiment }) => experiment.changes.length > 0)
  const window = useLabState((state) => state.window)

  useWatch(
    ({ step, playing, computation }) =>
      playing ? [Math.floor(performance.now() / PLAYING_MS)] : [step, computation?.step],
    ({ step, computation }) => {
      const at = percent(step, steps)
      const done = Math.min(steps, computation?.step ?? 0)
      rail.current?.setAttribute('aria-valuenow', String(step))
      rail.current?.setAttribute('aria-valuetext', `step ${step} of ${steps}`)
      if (thumb.current) thumb.current.style.left = at
      if (seen.current) seen.current.style.width = at
      if (label.current) label.current.style.left = at
      // Once all is computed there is nothing to tell apart.
      if (computed.current) computed.current.style.width = done < steps ? percent(done, steps) : '0'
      if (progress.current) progress.current.style.left = percent(Math.max(done, step), steps)
    },
  )
  useWatch(
    ({ step, computation }) => [step, computation?.step],
    ({ step, computation }) => {
      const done = Math.min(steps, computation?.step ?? 0)
      const isGrowing = computation !== undefined && done < steps
      setText(label.current, `step ${step}`)
      setText(progress.current, isGrowing ? `${done} computed` : '')
      if (!width || !ticks.current) return
      const x = toX({ from: 0, to: steps, width }, step)
      for (const tick of ticks.current.children) {
        const own = toX({ from: 0, to: steps, width }, Number(tick.textContent))
        const isClear = Math.abs(own - x) >= CLEAR && !(isGrowing && own > x)
        ;(tick as HTMLElement).style.visibility = isClear ? '' : 'hidden'
      }
    },
    requestText,
  )

  const follow = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    lab.seek(((event.clientX - box.left) / box.width) * steps)
  }
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    event.preventDefault()
    event.currentTarget.focus({ preventScroll: true })
    event.currentTarget.setPointerCapture(event.pointerId)
    follow(event)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const far = event.shiftKey ? 10 : 1
    const page = Math.max(10, Math.round(steps / 10))
    const { step } = lab.getState()
    const targets: Record<string, number> = {
      ArrowLeft: step - far,
      ArrowDown: step - far,
      ArrowRight: step + far,
      ArrowUp: step + far,
      PageDown: step - page,
      PageUp: step + page,
      Home: 0,
      End: steps,
    }
    if (!Object.hasOwn(targets, event.key)) return
    event.preventDefault()
    lab.seek(targets[event.key])
  }

  return (
    <div className="rail-box">
      <div
        ref={rail}
        className="rail"
        role="slider"
        tabIndex={0}
        aria-label="Step"
        aria-valuemin={0}
        aria-valuemax={steps}
        aria-valuenow={0}
        onPointerDown={onPointerDown}
        onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && follow(event)}
        onKeyDown={onKeyDown}
      >
        {window && (
          <div
            className="rail-window"
            style={{ left: percent(window[0], steps), width: percent(window[1] - window[0], steps) }}
          />
        )}
        <div className="rail-track" />
        <div ref={computed} className="rail-track computed" />
        <div ref={seen} className="rail-track seen" />
        <div ref={thumb} className="rail-thumb" />
      </div>
      {width ? (
        <div ref={ticks} className="rail-ticks" aria-hidden="true">
          {railTicks(steps, width).map((step) => (
            <span key={step} style={{ left: percent(step, steps) }}>
              {step}
            </span>
          ))}
        </div>
      ) : null}
      <div ref={progress} className="rail-progress" aria-hidden="true" />
      <div ref={label} className="rail-label" aria-hidden="true" />
      {isFlagged && (
        <Suspense>
          <RailFlags width={width} flagWords={flagWords} onPoint={onPoint} />
        </Suspense>
      )}
    </div>
  )
}
