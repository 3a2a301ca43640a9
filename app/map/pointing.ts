import { surfaceOf } from '../../engine/experiment/kinds.ts'
import type { Point } from '../../engine/surface.ts'
import { followsPointer, type Lab } from '../lab/lab.ts'
import { clampTo, type MapView } from './mapView.ts'
import type { Names } from './names.ts'
import { nearestStep } from './runPath.ts'
import type { Racer } from './scene.ts'

/** What the pointer can reach on the map at this moment. */
export interface Reach {
  view: MapView
  racers: () => readonly Racer[]
  names: Names
}
interface Listener {
  lab: Lab
  reach: () => Reach | undefined
  onHover: (run: string | undefined) => void
  onDrag: () => void
  /** Whether the start stays where it is. */
  isFixed: boolean
}

/** How near a path has to be to be followed, and to be taken hold of. */
const FOLLOW = 24
const TOUCH = 6
/** A press that moves farther is not a click. */
const CLICK = 4

/** The point of the plane under a pixel, to as many digits as a pixel can tell. */
export function pointAt(view: MapView, x: number, y: number): Point {
  const digits = Math.max(0, Math.ceil(Math.log10(view.scale) - 0.15))
  const [w1, w2] = clampTo(view.domain, view.at(x, y))
  return [Number(w1.toFixed(digits)) + 0, Number(w2.toFixed(digits)) + 0]
}

function nearestRun({ racers }: Reach, focus: string, x: number, y: number) {
  let found: { id: string; step: number; distance: number } | undefined
  for (const { id, path } of racers()) {
    const { step, distance } = nearestStep(path, x, y)
    // Where paths run together, the one in focus has the say.
    const felt = distance - (id === focus ? 2 : 0)
    if (felt < (found?.distance ?? Infinity)) found = { id, step, distance: felt }
  }
  return found
}

/** Drag the start, click a place or a run, hover a path. Returns how to stop listening. */
export function listenToPointer(frame: HTMLElement, listener: Listener): () => void {
  const { lab, reach, onHover, onDrag, isFixed } = listener
  /** From the start to where it was taken hold of. */
  let grip: readonly [dx: number, dy: number] | undefined
  let hasMoved = false
  let pressed: { x: number; y: number; pointer: number } | undefined

  const place = ({ clientX, clientY }: PointerEvent) => {
    const { left, top } = frame.getBoundingClientRect()
    return { x: clientX - left, y: clientY - top }
  }
  const setStart = (start: Point, final: boolean) =>
    lab.edit((experiment) => ({ ...experiment, problem: { ...experiment.problem, start } }), final)

  function hover(event: PointerEvent, { x, y }: { x: number; y: number }) {
    const reached = reach()
    const state = lab.getState()
    if (!reached || event.pointerType === 'touch' || event.buttons > 0) return
    const named = reached.names.at(x, y)
    frame.classList.toggle('over-name', named !== undefined)
    if (!followsPointer(state) || named || event.target !== frame) {
      onHover(named)
      return
    }
    const found = nearestRun(reached, state.focus, x, y)
    const isNear = found && found.distance <= FOLLOW
    onHover(isNear ? found.id : undefined)
    if (isNear && found.step !== state.step) lab.seek(found.step)
  }

  function onDown(event: PointerEvent) {
    const reached = reach()
    if (!reached || event.button !== 0 || !event.isPrimary) return
    const { x, y } = place(event)
    if (event.target instanceof Element && event.target.closest('.map-start')) {
      const [w1, w2] = clampTo(reached.view.domain, surfaceOf(lab.getState().experiment).start)
      grip = [x - reached.view.x(w1), y - reached.view.y(w2)]
      hasMoved = false
      frame.setPointerCapture(event.pointerId)
      frame.classList.add('dragging')
      onHover(undefined)
      event.preventDefault()
    } else pressed = { x, y, pointer: event.pointerId }
  }

  function onMove(event: PointerEvent) {
    const at = place(event)
    const reached = reach()
    if (!grip || !reached) {
      hover(event, at)
      return
    }
    if (!hasMoved) onDrag()
    hasMoved = true
    setStart(pointAt(reached.view, at.x - grip[0], at.y - grip[1]), false)
  }

  function click({ x, y }: { x: number; y: number }) {
    const reached = reach()
    if (!reached) return
    const { focus } = lab.getState()
    const near = nearestRun(reached, focus, x, y)
    const run = reached.names.at(x, y) ?? (near && near.distance <= TOUCH ? near.id : undefined)
    if (run !== undefined) lab.setView({ focus: run })
    else if (!isFixed) setStart(pointAt(reached.view, x, y), true)
  }

  function onUp(event: PointerEvent) {
    if (grip) {
      grip = undefined
      frame.classList.remove('dragging')
      if (hasMoved) lab.edit((experiment) => experiment, true)
      return
    }
    const at = place(event)
    if (pressed?.pointer === event.pointerId && Math.hypot(at.x - pressed.x, at.y - pressed.y) <= CLICK)
      click(at)
    pressed = undefined
  }
  function onCancel() {
    if (grip && hasMoved) lab.edit((experiment) => experiment, true)
    grip = pressed = undefined
    frame.classList.remove('dragging')
  }
  const onLeave = () => onHover(undefined)

  const events = {
    pointerdown: onDown,
    pointermove: onMove,
    pointerup: onUp,
    pointercancel: onCancel,
    pointerleave: onLeave,
  }
  const calls = new AbortController()
  for (const [name, listen] of Object.entries(events))
    frame.addEventListener(name, listen as EventListener, calls)
  return () => calls.abort()
}
