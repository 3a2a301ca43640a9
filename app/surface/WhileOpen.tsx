import { type ReactNode, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

/** Renders what is in a popover only while that is open. */
export function WhileOpen({ children }: { children: ReactNode }) {
  const place = useRef<HTMLSpanElement>(null)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const popover = place.current?.closest('[popover]')
    // It is rendered before it is placed.
    const onToggle = (event: Event) => flushSync(() => setOpen((event as ToggleEvent).newState === 'open'))
    popover?.addEventListener('beforetoggle', onToggle)
    return () => popover?.removeEventListener('beforetoggle', onToggle)
  }, [])
  return (
    <>
      <span ref={place} hidden />
      {open && children}
    </>
  )
}
