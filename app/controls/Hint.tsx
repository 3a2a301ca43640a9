import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react'
import { place } from './place.ts'
import './controls.css'

interface Props {
  anchor: RefObject<HTMLElement | null>
  id?: string
  /** A complaint is read out at once. */
  complaint?: boolean
  children: ReactNode
}

/** A small note beside its anchor, above everything else on the page. */
export function Hint({ anchor, id, complaint = false, children }: Props) {
  const element = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const note = element.current
    if (!note || !anchor.current) return
    if (!note.matches(':popover-open')) note.showPopover()
    place(note, anchor.current)
  }, [anchor])
  return (
    <span
      ref={element}
      id={id}
      popover="manual"
      className={complaint ? 'hint complaint' : 'hint'}
      role={complaint ? 'alert' : undefined}
    >
      {children}
    </span>
  )
}
