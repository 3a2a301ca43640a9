import { type ReactNode, useId, useRef, useState } from 'react'
import { Hint } from '../controls/Hint.tsx'

interface Props<T> {
  label: string
  /** What stands in the field at first. */
  text: string
  placeholder?: string
  width: number
  /** What a text means; nothing where it means nothing. */
  read: (text: string) => T | undefined
  /** "This takes …" */
  takes: ReactNode
  onRead: (value: T) => void
}

/** Text that has to mean something: while it does not, what it takes is said, and what it meant before holds. */
export function Typed<T>({ label, text, placeholder, width, read, takes, onRead }: Props<T>) {
  const [isWrong, setWrong] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  return (
    <>
      <input
        ref={field}
        aria-label={label}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? id : undefined}
        defaultValue={text}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        style={{ width }}
        onChange={({ target }) => {
          const value = read(target.value)
          setWrong(value === undefined)
          if (value !== undefined) onRead(value)
        }}
      />
      {isWrong && (
        <Hint anchor={field} id={id} complaint>
          This takes {takes}.
        </Hint>
      )}
    </>
  )
}
