import { followsPointer, type Lab } from '../lab/lab.ts'
import type { Arrangement } from './arrangement.ts'
import { gutterOf } from './gutter.ts'
import type { Scene } from './scene.ts'
import { brushed, stepsShown, toStep } from './steps.ts'

/** Px beside the plots that still count as their first and last step. */
const REACH = 8
/** Px above and below a value of the gutter that count as it. */
const NEAR = 8

export interface PointerOptions {
  arrangement: Arrangement
  scene: () => Scene
  /** Shows the brush being dragged, in px of the plots. */
  setBrush: (range: readonly [number, number] | undefined) => void
}

/** The run whose value stands at a place in the right gutter. */
function runAt(lab: Lab, { arrangement, scene }: PointerOptions, x: number, y: number): string | undefined {
  const right = x - arrangement.plot
  if (!arrangement.hasGutter || right < 4 || right > arrangement.right) return undefined
  const { step } = lab.getState()
  for (const plot of scene().plots) {
    const entries = gutterOf(plot, step, { isNarrow: arrangement.isNarrow, limitOf: undefined })
    const near = entries.find(
      (entry) =>
        Math.abs(plot.top + entry.y - y) < Math.min(NEAR, entry.size * 0.6) &&
        Math.floor((right / arrangement.right) * entry.columns) === entry.column,
    )
    if (near) return near.line.run.id
  }
  return undefined
}

/**
 * Hovering and dragging over the panels move the cursor; with Shift a drag zooms to its steps, a double click undoes
 * that; a click on a value in the gutter puts its run in focus. Returns how to stop listening.
 */
export function listenToPointer(host: HTMLElement, lab: Lab, options: () => PointerOptions): () => void {
  let drag: 'scrub' | 'brush' | undefined
  let from = 0

  const locate = (event: MouseEvent) => {
    const box = host.getBoundingClientRect()
    return [event.clientX - box.left - options().arrangement.left, event.clientY - box.top] as const
  }
  const steps = () => stepsShown(lab.getState(), options().arrangement.plot)
  const isOnControl = ({ target }: Event) => target instanceof Element && target.closest('button, a') !== null
  const follow = (x: number) => {
    const step = toStep(steps(), x)
    if (step !== lab.getState().step || lab.getState().playing) lab.seek(step)
  }

  const onDown = (event: PointerEvent) => {
    if (event.button !== 0 || isOnControl(event)) return
    const [x, y] = locate(event)
    const run = runAt(lab, options(), x, y)
    if (run !== undefined) {
      lab.setView({ focus: run })
      return
    }
    const { plot } = options().arrangement
    if (x < -REACH || x > plot + REACH) return
    drag = event.shiftKey ? 'brush' : 'scrub'
    from = x
    host.setPointerCapture(event.pointerId)
    // Without this a drag would select the titles' text.
    if (event.pointerType === 'mouse') event.preventDefault()
    if (drag === 'scrub') follow(x)
  }
  const onMove = (event: PointerEvent) => {
    const [x, y] = locate(event)
    const { plot } = options().arrangement
    if (drag === 'scrub') follow(x)
    else if (drag === 'brush') {
      const within = (at: number) => Math.max(0, Math.min(plot, at))
      options().setBrush([within(from), within(x)])
    } else if (event.pointerType !== 'touch') {
      const isValue = runAt(lab, options(), x, y) !== undefined
      host.style.cursor = isValue ? 'pointer' : ''
      const isInside = x >= -REACH && x <= plot + REACH
      if (isInside && !isOnControl(event) && followsPointer(lab.getState())) follow(x)
    }
  }
  const onUp = (event: PointerEvent) => {
    if (drag === 'brush') {
      const window = brushed(steps(), from, locate(event)[0])
      options().setBrush(undefined)
      if (window) lab.setView({ window })
    }
    drag = undefined
  }
  const onCancel = () => {
    if (drag === 'brush') options().setBrush(undefined)
    drag = undefined
  }
  const onDouble = (event: MouseEvent) => {
    if (!isOnControl(event)) lab.setView({ window: undefined })
  }
  const calls = new AbortController()
  const { signal } = calls
  host.addEventListener('pointerdown', onDown, { signal })
  host.addEventListener('pointermove', onMove, { signal })
  host.addEventListener('pointerup', onUp, { signal })
  host.addEventListener('pointercancel', onCancel, { signal })
  host.addEventListener('dblclick', onDouble, { signal })
  return () => calls.abort()
}
