import { useRef } from 'react'
import type { LabState } from '../lab/lab.ts'
import { requestText } from './frame.ts'
import { setText } from './setText.ts'
import { useWatch } from './useWatch.ts'

interface Props {
  /** The text at this moment. */
  read: (state: LabState) => string
  className?: string
}

/** Text that follows the cursor without React: only its text node changes, and only when the text does. */
export function Live({ read, className }: Props) {
  const element = useRef<HTMLSpanElement>(null)
  useWatch(
    (state) => [state.step, state.revision],
    (state) => setText(element.current, read(state)),
    requestText,
  )
  return <span ref={element} className={className} />
}
