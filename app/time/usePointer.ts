import { type RefObject, useEffect, useRef } from 'react'
import { onceLoaded } from '../drawing/onceLoaded.ts'
import { useLab } from '../lab/context.tsx'
import type { PointerOptions } from './pointing.ts'

/** Asked for at once; the first picture does not wait for it. */
const pointing = import('./pointing.ts')

/** Keeps the panels listening to the pointer, whatever they are arranged as. */
export function usePointer(element: RefObject<HTMLElement | null>, options: PointerOptions): void {
  const lab = useLab()
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  useEffect(() => {
    const host = element.current
    if (!host) return
    return onceLoaded(pointing, ({ listenToPointer }) => listenToPointer(host, lab, () => latest.current))
  }, [element, lab])
}
