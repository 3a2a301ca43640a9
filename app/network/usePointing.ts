import { type RefObject, useEffect, useRef } from 'react'
import { useLab } from '../lab/context.tsx'
import type { LabState } from '../lab/lab.ts'
import { stepsShown, toStep } from '../time/steps.ts'
import { useStage } from './context.tsx'
import { diagramOf } from './diagram.ts'
import { hitDiagram } from './diagramLayout.ts'
import { fitFrame } from './frame.ts'
import { exampleAt } from './norm/onMap.ts'
import type { Row } from './row.ts'
import type { Scene } from './scene.ts'

/**
 * Diagrams say which weight or unit the pointer is on, maps which example, where one is looked at; the divergence chart
 * scrubs the cursor.
 */
export function usePointing(
  host: RefObject<HTMLDivElement | null>,
  row: Row,
  run: number,
  scene: (state: LabState) => Scene,
): void {
  const lab = useLab()
  const { pointed, example } = useStage()
  const latest = useRef(scene)
  useEffect(() => {
    latest.current = scene
  })
  useEffect(() => {
    const element = host.current
    if (!element || !['network', 'divergence', 'decision'].includes(row.id)) return undefined
    const at = (event: PointerEvent) => {
      const box = element.getBoundingClientRect()
      return { x: event.clientX - box.left, y: event.clientY - box.top, width: box.width, height: box.height }
    }
    const point = (event: PointerEvent) => {
      const now = latest.current(lab.getState())
      const view = now.views.find(({ index }) => index === run)
      if (!view) return
      const { x, y, width, height } = at(event)
      const hit = hitDiagram(diagramOf(view, now, { width, height }), x, y)
      if (!hit) pointed.set(undefined)
      else if (!hit.from) pointed.set({ kind: 'unit', layer: hit.to.layer, unit: hit.to.unit })
      else pointed.set({ kind: 'weight', layer: hit.to.layer, unit: hit.to.unit, input: hit.from.unit })
    }
    const scrub = (event: PointerEvent) => {
      const { x, width } = at(event)
      const state = lab.getState()
      const step = toStep(stepsShown(state, width), x)
      if (step !== state.step || state.playing) lab.seek(step)
    }
    const choose = (event: PointerEvent) => {
      if (example.get() === undefined) return
      const now = latest.current(lab.getState())
      const view = now.views.find(({ index }) => index === run)
      const { domain } = now.scenery
      if (!view || domain.length !== 2) return
      const { x, y, width, height } = at(event)
      const near = event.pointerType === 'touch' ? 22 : 9
      const i = exampleAt(view, now, fitFrame(domain, { width, height }), [x, y], near)
      if (i !== undefined) example.set(i)
    }
    const calls = new AbortController()
    const { signal } = calls
    if (row.id === 'network') {
      element.addEventListener('pointermove', point, { signal })
      element.addEventListener('pointerdown', point, { signal })
      element.addEventListener('pointerleave', () => pointed.set(undefined), { signal })
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
          if (isHeld || (event.pointerType === 'mouse' && !lab.getState().playing)) scrub(event)
        },
        { signal },
      )
    }
    return () => calls.abort()
  }, [host, lab, pointed, example, row, run])
}
