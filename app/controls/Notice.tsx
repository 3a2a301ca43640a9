import type { ReactNode } from 'react'
import { IconButton } from './IconButton.tsx'
import './controls.css'

export interface Action {
  label: string
  onAct: () => void
}

interface Props {
  /** `bad` only when the engine itself fails. */
  tone?: 'plain' | 'bad'
  /** The first words, in bold: what happened. */
  title?: string
  children: ReactNode
  actions?: readonly Action[]
  onDismiss?: () => void
}

/** Something to know, said once and in place, with what can be done about it. */
export function Notice({ tone = 'plain', title, children, actions = [], onDismiss }: Props) {
  return (
    <div className={`notice ${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <div className="words">
        <p>
          {title && <strong>{title}</strong>} {children}
        </p>
        {actions.length > 0 && (
          <div className="actions">
            {actions.map(({ label, onAct }) => (
              <button key={label} type="button" className="link" onClick={onAct}>
                {label}
              </button>
            ))}
          </div>
        )}
      </div>
      {onDismiss && <IconButton icon="close" label="Dismiss" onPress={onDismiss} />}
    </div>
  )
}
