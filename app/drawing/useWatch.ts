import { useEffect, useRef } from 'react'
import { useLab } from '../lab/context.tsx'
import type { LabState } from '../lab/lab.ts'
import { cancel, request } from './frame.ts'

/**
 * Calls `draw` in the next frame whenever an entry of `watch(state)` has changed, and after every render of the
 * component: how what moves follows the lab without React. What is read follows by `requestText`.
 */
export function useWatch(
  watch: (state: LabState) => readonly unknown[],
  draw: (state: LabState) => void,
  follow: (draw: () => void) => void = request,
): void {
  const lab = useLab()
  const latest = useRef({ watch, draw })
  useEffect(() => {
    latest.current = { watch, draw }
  })
  const run = useRef(() => {
    latest.current.draw(lab.getState())
  }).current
  useEffect(() => {
    request(run)
  })
  useEffect(() => {
    let seen = latest.current.watch(lab.getState())
    const unsubscribe = lab.subscribe((state) => {
      const now = latest.current.watch(state)
      if (now.length === seen.length && now.every((value, i) => Object.is(value, seen[i]))) return
      seen = now
      follow(run)
    })
    return () => {
      unsubscribe()
      cancel(run)
    }
  }, [lab, run, follow])
}
