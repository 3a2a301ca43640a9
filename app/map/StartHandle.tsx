import { surfaceOf } from '../../engine/experiment/kinds.ts'
import { type KeyboardEvent, useRef } from 'react'
import type { Domain, Point } from '../../engine/surface.ts'
import { plain, setting } from '../drawing/format.ts'
import { useWatch } from '../drawing/useWatch.ts'
import { useLab } from '../lab/context.tsx'
import { clampTo, type MapView } from './mapView.ts'

interface Props {
  view: MapView
  /** The surface's own domain, in whose hundredths the keys move. */
  domain: Domain
}

const arrows: Readonly<Record<string, readonly [axis: 0 | 1, by: 1 | -1]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowDown: [1, -1],
  ArrowUp: [1, 1],
}

/**
 * The start as something to take hold of: a place for the pointer, and for keys and assistive technology two
 * sliders. Any arrow works on either of them, and moves over to the slider that it changes, so that the change is
 * read out.
 */
export function StartHandle({ view, domain }: Props) {
  const lab = useLab()
  const handle = useRef<HTMLDivElement>(null)
  const [xMin, xMax, yMin, yMax] = view.domain
  const startNow = () => surfaceOf(lab.getState().experiment).start

  // While the pointer holds the start, the handle stays behind: the page is not laid out in a drag.
  useWatch(
    ({ experiment, drafting }) => [surfaceOf(experiment).start, drafting],
    ({ experiment }) => {
      const element = handle.current
      if (!element || element.closest('.dragging')) return
      const { start } = surfaceOf(experiment)
      const [x, y] = clampTo(view.domain, start)
      element.style.left = `${view.x(x)}px`
      element.style.top = `${view.y(y)}px`
      for (const [axis, input] of element.querySelectorAll('input').entries()) {
        input.value = String(start[axis])
        input.setAttribute('aria-valuetext', plain(setting(start[axis])))
      }
    },
  )

  function move(axis: 0 | 1, value: number, final: boolean) {
    const start = startNow()
    const next: Point = axis === 0 ? [value, start[1]] : [start[0], value]
    const [x, y] = clampTo(view.domain, next)
    const tidy = (some: number) => Number(some.toFixed(6)) + 0
    lab.edit(
      (experiment) => ({ ...experiment, problem: { ...experiment.problem, start: [tidy(x), tidy(y)] } }),
      final,
    )
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    // A slider has no undoing of its own.
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
      event.preventDefault()
      if (event.shiftKey) lab.redo()
      else lab.undo()
      return
    }
    const arrow = arrows[event.key]
    if (!arrow || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const [axis, by] = arrow
    const side = axis === 0 ? domain[1] - domain[0] : domain[3] - domain[2]
    const inputs = event.currentTarget.parentElement?.querySelectorAll('input')
    inputs?.[axis].focus()
    move(axis, startNow()[axis] + (by * side * (event.shiftKey ? 10 : 1)) / 100, false)
  }
  // A held key is one edit, to be undone as one.
  const settle = () => lab.getState().drafting && lab.edit((experiment) => experiment, true)

  const slider = (axis: 0 | 1) => (
    <input
      type="range"
      className="unseen"
      aria-label={axis === 0 ? 'start, w1' : 'start, w2'}
      data-key={axis === 0 ? 'start' : undefined}
      min={axis === 0 ? xMin : yMin}
      max={axis === 0 ? xMax : yMax}
      step="any"
      onChange={({ target }) => move(axis, target.valueAsNumber, true)}
      onKeyDown={onKeyDown}
      onKeyUp={settle}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.parentElement?.contains(relatedTarget))) settle()
      }}
    />
  )
  return (
    <div ref={handle} className="map-start">
      {slider(0)}
      {slider(1)}
    </div>
  )
}
