import { useRef } from 'react'
import { requestText } from '../drawing/frame.ts'
import { setText } from '../drawing/setText.ts'
import { useWatch } from '../drawing/useWatch.ts'
import type { NumberText } from '../drawing/format.ts'
import type { LabState } from '../lab/lab.ts'

/** A number that follows the cursor without React. */
export function LiveNumeral({ read }: { read: (state: LabState) => NumberText }) {
  const base = useRef<HTMLSpanElement>(null)
  const exponent = useRef<HTMLElement>(null)
  useWatch(
    (state) => [state.step, state.revision, state.computation],
    (state) => {
      const number = read(state)
      setText(base.current, number.base)
      setText(exponent.current, number.exponent ?? '')
    },
    requestText,
  )
  return (
    <span className="numeral">
      <span ref={base} />
      <sup ref={exponent} />
    </span>
  )
}
