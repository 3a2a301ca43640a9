import { type ReactNode, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

/** Renders what is in a popover only while that is open. */
export function WhileOpen({ children }: { children: ReactNode }) {
  const place = useRef<HTMLSpanElement>(null)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const popover = place.current?.closest('[popover]')
    // It is rendered before it is placed, and stays until the focus has gone back from it to the button.
    const onToggle = (event: Event) => {
      const isOpen = (event as ToggleEvent).newState === 'open'
      if (isOpen === (event.type === 'beforetoggle')) flushSync(() => setOpen(isOpen))
    }
    popover?.addEventListener('beforetoggle', onToggle)
    popover?.addEventListener('toggle', onToggle)
    return () => {
      popover?.removeEventListener('beforetoggle', onToggle)
      popover?.removeEventListener('toggle', onToggle)
    }
  }, [])
  return (
    <>
      <span ref={place} hidden />
      {open && children}
    </>
  )
}
