import { useId, useRef, useState } from 'react'
import type { TextParameter } from '../../engine/parameters.ts'
import { Hint } from './Hint.tsx'
import './controls.css'

interface Props {
  spec: TextParameter
  value: string
  /** Called with every text that its spec allows; `final` once it is left. */
  onChange: (value: string, final: boolean) => void
}

/** A text in a sentence, in force as it is typed. What cannot stand is kept, with the reason beside it. */
export function TextField({ spec, value, onChange }: Props) {
  /** What has been typed over which value: undone or opened anew, the text is another. */
  const [draft, setDraft] = useState<{ text: string; over: string }>()
  const field = useRef<HTMLInputElement>(null)
  const hintId = useId()
  /** Whether something is in force that is not final yet. */
  const isDrafting = useRef(false)
  const text = draft?.over === value ? draft.text : value
  const flaw = spec.flaw(text)

  const finish = () => {
    if (isDrafting.current) onChange(value, true)
    isDrafting.current = false
  }
  return (
    <span className="typing text">
      <input
        ref={field}
        value={text}
        size={Math.max(8, text.length + 1)}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-label={spec.label}
        aria-invalid={flaw !== undefined}
        aria-describedby={flaw ? hintId : undefined}
        onChange={({ target }) => {
          setDraft({ text: target.value, over: value })
          if (spec.flaw(target.value)) return
          isDrafting.current = true
          onChange(target.value, false)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault()
            if (flaw) field.current?.setSelectionRange(flaw.at, flaw.at + flaw.length)
            finish()
          } else if (event.key === 'Escape') {
            event.stopPropagation()
            setDraft(undefined)
          }
        }}
        onBlur={finish}
      />
      {flaw && (
        <Hint anchor={field} id={hintId} complaint>
          {text.slice(0, flaw.at)}
          <mark>{text.slice(flaw.at, flaw.at + flaw.length) || ' '}</mark>
          {text.slice(flaw.at + flaw.length)}
          <br />
          Character {flaw.at + 1}: found {flaw.found}, expected {flaw.expected}.
        </Hint>
      )}
    </span>
  )
}
