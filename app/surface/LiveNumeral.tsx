import { useRef } from 'react'
import { useWatch } from '../drawing/useWatch.ts'
import type { NumberText } from '../drawing/format.ts'
import type { LabState } from '../lab/lab.ts'

const set = (element: HTMLElement | null, text: string) => {
  if (element && element.textContent !== text) element.textContent = text
}

/** A number that follows the cursor without React. */
export function LiveNumeral({ read }: { read: (state: LabState) => NumberText }) {
  const base = useRef<HTMLSpanElement>(null)
  const exponent = useRef<HTMLElement>(null)
  useWatch(
    (state) => [state.step, state.revision, state.computation],
    (state) => {
      const number = read(state)
      set(base.current, number.base)
      set(exponent.current, number.exponent ?? '')
    },
  )
  return (
    <span className="numeral">
      <span ref={base} />
      <sup ref={exponent} />
    </span>
  )
}
