import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef, useState } from 'react'
import { setting, spoken } from '../drawing/format.ts'
import { Numeral } from '../drawing/Numeral.tsx'
import { Allowed } from './Allowed.tsx'
import { Hint } from './Hint.tsx'
import { NumberField } from './NumberField.tsx'
import type { ScrubProps } from './Scrub.tsx'
import { drag, ends, nudge, type Range } from './scrubbing.ts'

/** A drag begins after this many px, so that a press is not a drag. */
const SLACK_PX = 3
const HOVER_MS = 500

/** Attributes take no exponents, 1e-8; React's types take numbers only. */
const decimal = (value: number) =>
  (Math.abs(value) < 1e-6 ? value.toFixed(14).replace(/\.?0+$/, '') : String(value)) as unknown as number

/**
 * A number in a sentence. Drag it sideways, step it with the arrow keys (Shift: ten times as far), or press Enter,
 * double-click or tap it to type. Esc brings back what it was.
 */
export default function ScrubInput(props: ScrubProps) {
  const { value, label, unit = '', onChange, format = setting, className = '', min, max, scale, step } = props
  const range: Range = { min, max, scale, step }
  const element = useRef<HTMLSpanElement>(null)
  const hintId = useId()
  const [typing, setTyping] = useState<string>()
  const [hinting, setHinting] = useState(false)
  const hover = useRef<ReturnType<typeof setTimeout>>(undefined)
  /** Of the drag or the held key in progress: where it began and where it has got to. */
  const move = useRef<{
    from: number
    now: number
    x: number
    travel: number
    slack: boolean
    moved?: boolean
  }>(undefined)
  /** The value when the number got the focus, for Esc. */
  const before = useRef(value)
  const refocus = useRef(false)

  useEffect(() => () => clearTimeout(hover.current), [])
  useEffect(() => {
    if (typing === undefined && refocus.current) element.current?.focus({ preventScroll: true })
    refocus.current = false
  }, [typing])

  const hideHint = () => {
    clearTimeout(hover.current)
    setHinting(false)
  }
  const go = (to: number) => {
    const now = move.current
    if (!now || to === now.now) return
    now.now = to
    // Also when it comes back to where it began, there is a draft to be closed.
    now.moved = true
    onChange(to, { final: false })
  }
  const rest = () => {
    const now = move.current
    move.current = undefined
    if (now?.moved) onChange(now.now, { final: true })
  }
  const type = (text: string) => {
    hideHint()
    rest()
    setTyping(text)
  }
  const asText = () => String(value).replaceAll('-', '−')

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    event.preventDefault()
    hideHint()
    event.currentTarget.focus({ preventScroll: true })
    event.currentTarget.setPointerCapture(event.pointerId)
    move.current = { from: value, now: value, x: event.clientX, travel: 0, slack: true }
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const now = move.current
    if (!now || !event.currentTarget.hasPointerCapture(event.pointerId)) return
    const dx = event.clientX - now.x
    if (now.slack && Math.abs(dx) < SLACK_PX) return
    if (now.slack) {
      now.slack = false
      now.travel = dx - Math.sign(dx) * SLACK_PX
    } else now.travel += dx * (event.shiftKey ? 10 : 1)
    now.x = event.clientX
    go(drag(now.from, now.travel, range))
  }
  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    const pressed = move.current?.slack
    rest()
    if (pressed && event.pointerType !== 'mouse') type(asText())
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const { key, shiftKey } = event
    const [first, last] = ends(range)
    const from = move.current?.now ?? value
    const targets: Record<string, () => number | undefined> = {
      ArrowUp: () => nudge(from, 1, range, shiftKey),
      ArrowRight: () => nudge(from, 1, range, shiftKey),
      ArrowDown: () => nudge(from, -1, range, shiftKey),
      ArrowLeft: () => nudge(from, -1, range, shiftKey),
      PageUp: () => nudge(from, 1, range, true),
      PageDown: () => nudge(from, -1, range, true),
      Home: () => first,
      End: () => last,
    }
    if (Object.hasOwn(targets, key)) {
      event.preventDefault()
      hideHint()
      move.current ??= { from: value, now: value, x: 0, travel: 0, slack: true }
      const to = targets[key]()
      if (to !== undefined) go(to)
    } else if (key === 'Enter' || key === 'F2') {
      event.preventDefault()
      type(asText())
    } else if (/^[\d.,−-]$/.test(key)) {
      event.preventDefault()
      type(key === '-' ? '−' : key)
    } else if (key === 'Escape' && (hinting || from !== before.current)) {
      event.preventDefault()
      hideHint()
      move.current = undefined
      if (from !== before.current) onChange(before.current, { final: true })
    }
  }

  if (typing !== undefined) {
    const close = (to?: number) => {
      setTyping(undefined)
      if (to !== undefined && to !== value) onChange(to, { final: true })
    }
    return (
      <NumberField
        text={typing}
        selected={typing === asText()}
        label={label}
        range={range}
        onClose={(to, keepFocus) => {
          refocus.current = keepFocus
          close(to)
        }}
      />
    )
  }

  const shown = format(value)
  return (
    <span
      ref={element}
      className={`scrub ${className}`}
      role="spinbutton"
      tabIndex={0}
      aria-label={label}
      aria-valuenow={decimal(value)}
      aria-valuemin={decimal(min)}
      aria-valuemax={decimal(max)}
      aria-valuetext={spoken(shown) + unit}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={rest}
      onPointerEnter={(event) => {
        if (event.pointerType === 'mouse' && event.buttons === 0)
          hover.current = setTimeout(() => setHinting(true), HOVER_MS)
      }}
      onPointerLeave={hideHint}
      onDoubleClick={() => type(asText())}
      onKeyDown={onKeyDown}
      onKeyUp={rest}
      onFocus={() => (before.current = value)}
      onBlur={rest}
    >
      <span className="shown">
        <Numeral of={shown} />
        {unit}
      </span>
      {hinting && (
        <Hint anchor={element} id={hintId}>
          <Allowed range={range} />; drag, or double-click to type
        </Hint>
      )}
    </span>
  )
}
