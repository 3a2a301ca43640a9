import { type ReactNode, useId } from 'react'

interface PressProps {
  children: ReactNode
  /** Read out in place of the few words shown. */
  label?: string
  busy?: boolean
  onPress: () => void
}

/** A button in the dialog. While something is made the others wait, but keep the focus. */
export const Press = ({ children, label, busy = false, onPress }: PressProps) => (
  <button
    type="button"
    className="press"
    aria-label={label}
    aria-disabled={busy}
    onClick={() => busy || onPress()}
  >
    {children}
  </button>
)

/** Asks for a file. */
export function OpenFile({ children, onFile }: { children: ReactNode; onFile: (file: File) => void }) {
  const id = useId()
  return (
    <label className="press" htmlFor={id}>
      {children}
      <input
        id={id}
        className="unseen"
        type="file"
        accept=".json,application/json"
        onChange={({ target }) => {
          const file = target.files?.[0]
          // The same file may be chosen again.
          target.value = ''
          if (file) onFile(file)
        }}
      />
    </label>
  )
}
