import { type RefObject, useEffect, useRef } from 'react'
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
    let stop: (() => void) | undefined
    let isGone = false
    const listen = async () => {
      const { listenToPointer } = await pointing
      if (!isGone) stop = listenToPointer(host, lab, () => latest.current)
    }
    void listen()
    return () => {
      isGone = true
      stop?.()
    }
  }, [element, lab])
}
