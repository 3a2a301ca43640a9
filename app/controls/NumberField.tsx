import { useEffect, useId, useRef, useState } from 'react'
import { parseNumber } from '../drawing/format.ts'
import { Allowed } from './Allowed.tsx'
import { Hint } from './Hint.tsx'
import { allows, type Range } from './scrubbing.ts'
import './controls.css'

interface Props {
  /** What stands in the field at first. */
  text: string
  /** Whether that is to be typed over. */
  selected: boolean
  label: string
  range: Range
  /** Called once, with the number that was typed or without; `keepFocus` unless the focus went elsewhere. */
  onClose: (value: number | undefined, keepFocus: boolean) => void
}

/** Where a number is typed, in its place in the sentence. What cannot stand is kept, with the reason beside it. */
export function NumberField({ text: initial, selected, label, range, onClose }: Props) {
  const [text, setText] = useState(initial)
  const [complaining, setComplaining] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const hintId = useId()
  const closed = useRef(false)

  useEffect(() => {
    field.current?.focus({ preventScroll: true })
    if (selected) field.current?.select()
  }, [selected])

  const close = (value: number | undefined, keepFocus: boolean) => {
    if (closed.current) return
    closed.current = true
    onClose(value, keepFocus)
  }
  const read = () => {
    const value = parseNumber(text)
    return allows(value, range) ? value : undefined
  }

  return (
    <span className="typing">
      <input
        ref={field}
        value={text}
        style={{ width: `${Math.max(4, text.length + 1)}ch` }}
        inputMode={range.min < 0 ? 'text' : 'decimal'}
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-invalid={complaining}
        aria-describedby={complaining ? hintId : undefined}
        onChange={(event) => {
          setText(event.target.value)
          setComplaining(false)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault()
            const value = read()
            if (value === undefined) setComplaining(true)
            else close(value, true)
          } else if (event.key === 'Escape') {
            event.preventDefault()
            event.stopPropagation()
            close(undefined, true)
          }
        }}
        // What cannot stand is kept, with the reason, wherever the focus goes.
        onBlur={() =>
          read() === undefined && text !== initial ? setComplaining(true) : close(read(), false)
        }
      />
      {complaining && (
        <Hint anchor={field} id={hintId} complaint>
          This takes {range.scale === 'integer' ? 'a whole number' : 'a number'} from{' '}
          <Allowed range={range} />.
        </Hint>
      )}
    </span>
  )
}
