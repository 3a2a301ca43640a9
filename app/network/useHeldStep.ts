import { useRef } from 'react'
import { useLab } from '../lab/context.tsx'

/**
 * The step that an edit acts from: the cursor's, or, of a series that is under way, the one at which it began. While it
 * plays, a scrub would otherwise leave a change at every step.
 */
export function useHeldStep(): (final: boolean) => number {
  const lab = useLab()
  const held = useRef<number>(undefined)
  return (final) => {
    const { step, drafting } = lab.getState()
    const from = drafting ? (held.current ?? step) : step
    held.current = final ? undefined : from
    return from
  }
}
