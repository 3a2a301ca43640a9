import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { fixed, plain } from '../../drawing/format.ts'
import { useWatch } from '../../drawing/useWatch.ts'
import { runName } from '../../../engine/experiment/runName.ts'
import { useLabState } from '../../lab/context.tsx'
import { useStage } from '../context.tsx'
import type { Held } from '../held.ts'
import { STRIP, stripPlace } from './influence.ts'
import { nearestExample, scalesOf, xToZ, zToX } from './strip.ts'
import { movedWords } from './stripHeld.ts'
import { focusIn } from './terms.ts'
import { type Moved, whatIf } from './whatIf.ts'
import { influenceWords } from './words.ts'

interface Props {
  /** The index of the run. */
  run: number
  moved: Held<Moved | undefined>
}

/** Px within which the pointer is on a dot: a finger is wider than a mouse. */
const NEAR = { mouse: 12, touch: 26 }
/** Presses of an arrow key from one end of the axis to the other; Shift makes ten of one. */
const PRESSES = 100

/**
 * The dots of the batch under the pointer, or under the arrow keys: pointing puts an example into focus, dragging its z
 * moves the whole batch until it is let go.
 */
export function StripHandle({ run, moved }: Props) {
  const { insides, example } = useStage()
  const name = useLabState(({ experiment }) => runName(experiment.runs[run]))
  const handle = useRef<HTMLDivElement>(null)
  const told = useRef<HTMLParagraphElement>(null)
  /** Px from the pointer to the dot that it has taken. */
  const grip = useRef<number>(undefined)

  function now() {
    const influence = insides.of(run)?.influence
    if (!influence) return undefined
    const i = focusIn(example.get(), influence.z.length)
    const held = moved.get()
    const z = held?.run === run ? held.z : influence.z[i]
    return { influence, scales: scalesOf(influence), i, z, isHeld: held?.run === run }
  }

  useWatch(
    () => [insides.version(['influence']), example.get(), moved.get()],
    () => {
      const element = handle.current
      const found = now()
      if (!element || !told.current) return
      element.hidden = !found
      told.current.textContent = found ? influenceWords(found.influence, found.i) : ''
      if (!found) return
      const { influence, scales, i, z, isHeld } = found
      const shown = plain(fixed(z, 2))
      element.ariaLabel = `z of example ${i + 1}, ${name}`
      element.ariaValueMin = String(scales.z[0])
      element.ariaValueMax = String(scales.z[1])
      element.ariaValueNow = String(z)
      element.ariaValueText = isHeld
        ? `${shown}; ${movedWords(influence, whatIf(influence, i, z), i)}`
        : shown
    },
  )

  function at(event: PointerEvent) {
    const box = event.currentTarget.getBoundingClientRect()
    return {
      x: event.clientX - box.left,
      y: event.clientY - box.top + STRIP,
      place: stripPlace(box.width),
    }
  }
  function dotAt(event: PointerEvent) {
    const found = now()
    if (!found) return undefined
    const { x, y, place } = at(event)
    const near = event.pointerType === 'touch' ? NEAR.touch : NEAR.mouse
    const i = nearestExample(found.influence, found.scales, place, [place.u, place.z], x, y, near)
    if (i === undefined) return undefined
    const isZ = Math.abs(y - place.z) < Math.abs(y - place.u)
    const z = found.influence.z[i]
    return { i, z, isZ, grip: zToX(found.scales, place, z) - x }
  }
  const letGo = () => {
    grip.current = undefined
    moved.set(undefined)
  }

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const dot = dotAt(event)
    if (!dot || event.button !== 0) return
    example.set(dot.i)
    if (!dot.isZ) return
    event.currentTarget.setPointerCapture(event.pointerId)
    grip.current = dot.grip
    moved.set({ run, z: dot.z })
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (grip.current === undefined) {
      const dot = event.pointerType === 'mouse' ? dotAt(event) : undefined
      if (dot && moved.get() === undefined) example.set(dot.i)
      return
    }
    const found = now()
    if (!found) return
    const { x, place } = at(event)
    const inside = Math.max(place.left, Math.min(place.right, x + grip.current))
    moved.set({ run, z: xToZ(found.scales, place, inside) })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const way = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key]
    const found = now()
    if (way && found) {
      event.preventDefault()
      const [low, high] = found.scales.z
      const far = ((high - low) / PRESSES) * (event.shiftKey ? 10 : 1)
      moved.set({ run, z: Math.max(low, Math.min(high, found.z + way * far)) })
    }
  }

  return (
    <>
      <p ref={told} className="unseen" />
      <div
        ref={handle}
        className="strip-handle"
        style={{ top: STRIP }}
        role="slider"
        tabIndex={0}
        aria-label={`z of an example, ${name}`}
        aria-valuenow={0}
        hidden
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={letGo}
        onPointerCancel={letGo}
        onLostPointerCapture={letGo}
        onKeyDown={onKeyDown}
        onBlur={letGo}
      />
    </>
  )
}
