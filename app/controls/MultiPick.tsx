import type { ReactNode } from 'react'
import { LineSample } from '../drawing/LineSample.tsx'
import type { Style } from '../drawing/palette.ts'
import { Popover } from './Popover.tsx'

export interface MultiOption {
  value: string
  label: string
  checked: boolean
  disabled?: boolean
  style?: Style
}

interface Props {
  /** Said of the list: "optimizers in the race". */
  label: string
  /** What is read in the sentence: "five optimizers". */
  children: ReactNode
  options: readonly MultiOption[]
  onToggle: (value: string, checked: boolean) => void
  /** Stands under the list. */
  footer?: ReactNode
}

/** A choice of several in a sentence: its words open a list of check boxes. */
export function MultiPick({ label, children, options, onToggle, footer }: Props) {
  return (
    <Popover
      className="pick"
      label={label}
      panel={
        <>
          <span className="checks">
            {options.map(({ value, label: name, checked, disabled, style }) => (
              <label key={value} className="check">
                <input
                  type="checkbox"
                  checked={checked}
                  disabled={disabled}
                  onChange={(event) => onToggle(value, event.target.checked)}
                />
                {style && <LineSample style={style} />}
                <span className="name" style={style && !disabled ? { color: style.colour } : undefined}>
                  {name}
                </span>
              </label>
            ))}
          </span>
          {footer && <span className="footer">{footer}</span>}
        </>
      }
    >
      <span className="shown">{children}</span>
    </Popover>
  )
}
