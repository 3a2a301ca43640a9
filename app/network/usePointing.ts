import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { useLab } from '../lab/context.tsx'
import { followsPointer, type Lab, type LabState } from '../lab/lab.ts'
import { stepsShown, toStep } from '../time/steps.ts'
import { useStage } from './context.tsx'
import { fitFrame, widen } from './frame.ts'
import { chooseLook } from './looks.ts'
import { exampleAt } from './norm/onMap.ts'
import type { Pointed } from './pointed.ts'
import type { Row } from './row.ts'
import type { Scene, View } from './scene.ts'
import { indexOf } from './weights.ts'

/** Px from an edge or a cell that still count as it, for a mouse and for a finger. */
const REACH = { mouse: 5, touch: 12 }

/** Opens the anatomy of a weight, or the map of a hidden unit; what is open is put away. */
function press(lab: Lab, { tricks }: View, { scenery }: Scene, pointed: Pointed): void {
  const { show } = lab.getState()
  const toggle = (name: 'weight' | 'neuron', value: string) =>
    chooseLook(lab, name, show[name] === value ? undefined : value)
  if (pointed.kind === 'weight') {
    const index = indexOf(tricks, scenery, pointed)
    if (index !== undefined) toggle('weight', String(index))
  } else if (pointed.layer < tricks.hidden.length) toggle('neuron', `${pointed.layer}-${pointed.unit}`)
}

const arrows: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/**
 * What has parts to point at says which weight or unit the pointer is on, and opens it when it is pressed; maps say
 * which example, where one is looked at; the divergence chart scrubs the cursor. Returns what the keys do where the cell has the focus.
 */
export function usePointing(
  host: RefObject<HTMLDivElement | null>,
  row: Row,
  run: number,
  scene: (state: LabState) => Scene,
): (event: KeyboardEvent) => void {
  const lab = useLab()
  const { pointed, example } = useStage()
  const latest = useRef(scene)
  useEffect(() => {
    latest.current = scene
  })
  const look = () => {
    const now = latest.current(lab.getState())
    return { now, view: now.views.find(({ index }) => index === run) }
  }

  useEffect(() => {
    const element = host.current
    if (!element || (!row.hit && row.id !== 'divergence' && row.id !== 'decision')) return undefined
    const at = (event: MouseEvent) => {
      const box = element.getBoundingClientRect()
      return { x: event.clientX - box.left, y: event.clientY - box.top, width: box.width, height: box.height }
    }
    /** What a click is on: a finger has left by then. */
    let under: Pointed | undefined
    const find = (event: PointerEvent) => {
      const { now, view } = look()
      const { x, y, width, height } = at(event)
      const reach = event.pointerType === 'mouse' ? REACH.mouse : REACH.touch
      const hit = view && row.hit?.(view, now, { width, height }, x, y, reach)
      element.style.cursor = hit ? 'pointer' : ''
      under = hit
      pointed.set(hit)
    }
    const scrub = (event: PointerEvent) => {
      const { x, width } = at(event)
      const state = lab.getState()
      const step = toStep(stepsShown(state, width), x)
      if (step !== state.step || state.playing) lab.seek(step)
    }
    const choose = (event: PointerEvent) => {
      if (example.get() === undefined) return
      const { now, view } = look()
      const { domain } = now.scenery
      if (!view || domain.length !== 2) return
      const { x, y, width, height } = at(event)
      const near = event.pointerType === 'touch' ? 22 : 9
      const i = exampleAt(
        view,
        now,
        fitFrame(widen(domain, { width, height }), { width, height }),
        [x, y],
        near,
      )
      if (i !== undefined) example.set(i)
    }
    const calls = new AbortController()
    const { signal } = calls
    if (row.hit) {
      element.addEventListener('pointermove', find, { signal })
      element.addEventListener('pointerdown', find, { signal })
      // What a finger has touched stays pointed at, for its numbers to be read.
      element.addEventListener(
        'pointerleave',
        ({ pointerType }) => pointerType === 'mouse' && pointed.set(undefined),
        { signal },
      )
      element.addEventListener(
        'click',
        () => {
          const { now, view } = look()
          if (view && under) press(lab, view, now, under)
        },
        { signal },
      )
    } else if (row.id === 'decision') {
      element.addEventListener('pointermove', choose, { signal })
      element.addEventListener('pointerdown', choose, { signal })
    } else {
      element.addEventListener(
        'pointerdown',
        (event) => {
          if (event.button !== 0) return
          event.preventDefault()
          element.setPointerCapture(event.pointerId)
          scrub(event)
        },
        { signal },
      )
      element.addEventListener(
        'pointermove',
        (event) => {
          const isHeld = element.hasPointerCapture(event.pointerId)
          if (isHeld || (event.pointerType === 'mouse' && followsPointer(lab.getState()))) scrub(event)
        },
        { signal },
      )
    }
    return () => calls.abort()
    // oxlint-disable-next-line react/exhaustive-deps -- `look` reads what is latest
  }, [host, lab, pointed, example, row, run])

  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const { now, view } = look()
    const here = pointed.get()
    const arrow = arrows[event.key]
    if (arrow && view) pointed.set(row.next?.(view, now, here, ...arrow))
    else if (event.key === 'Enter' && here && view) press(lab, view, now, here)
    else if (event.key === 'Escape' && here) pointed.set(undefined)
    else return
    event.preventDefault()
  }
}
