import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { place } from './place.ts'
import './controls.css'

interface Props {
  /** What is pressed. */
  children: ReactNode
  /** Said of what opens. */
  label: string
  /** What opens. */
  panel: ReactNode
  className?: string
  /** For a button that shows no words. */
  buttonLabel?: string
}

/** What the arrow keys stop at. */
const REACHED = 'input:enabled, button:enabled, select:enabled, summary, a[href], [role="spinbutton"]'

/**
 * A button and the panel that it opens beneath itself. Esc and a press elsewhere close it (the browser sees to that);
 * the arrow keys walk through what can be pressed in it.
 */
export function Popover({ children, label, panel, className, buttonLabel }: Props) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const element = useRef<HTMLSpanElement>(null)
  const [open, setOpen] = useState(false)

  useEffect(() => {
    if (!open) return
    const follow = () => {
      if (button.current && element.current) place(element.current, button.current)
    }
    follow()
    // What it holds may come later, or grow.
    const observer = new ResizeObserver(follow)
    if (element.current) observer.observe(element.current)
    addEventListener('scroll', follow, { passive: true, capture: true })
    addEventListener('resize', follow)
    return () => {
      observer.disconnect()
      removeEventListener('scroll', follow, { capture: true })
      removeEventListener('resize', follow)
    }
  }, [open])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // Numbers and lists use the arrow keys themselves.
    const isTaken =
      (event.target as HTMLElement).closest('[role="spinbutton"], select, [type="radio"]') !== null
    if (isTaken || event.defaultPrevented) return
    const direction = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (direction === 0) return
    event.preventDefault()
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>(REACHED)]
    const at = all.indexOf(document.activeElement as HTMLElement)
    all[(at + direction + all.length) % all.length]?.focus()
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        popoverTarget={id}
        aria-expanded={open}
        aria-label={buttonLabel}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          element.current?.showPopover()
          element.current?.querySelector<HTMLElement>(REACHED)?.focus()
        }}
      >
        {children}
      </button>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of what it holds */}
      <span
        ref={element}
        id={id}
        popover="auto"
        className="popover"
        role="group"
        aria-label={label}
        onKeyDown={onKeyDown}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {panel}
      </span>
    </>
  )
}
