import type { ReactElement, Ref } from 'react'
import { Icon, type IconName } from './icons.tsx'
import './controls.css'

interface Props {
  icon: IconName | ReactElement
  /** Its name for everyone: said, and shown on hover. */
  label: string
  onPress: () => void
  /** The key that does the same, as in the list of keys. */
  shortcut?: string
  pressed?: boolean
  disabled?: boolean
  /** Paper on ink: the one button of a bar that is pressed most. */
  filled?: boolean
  size?: number
  /** By which the keyboard map finds it: `data-key`. */
  dataKey?: string
  ref?: Ref<HTMLButtonElement>
}

export function IconButton(props: Props) {
  const { icon, label, onPress, shortcut, pressed, disabled, filled = false, size, dataKey, ref } = props
  return (
    <button
      ref={ref}
      type="button"
      className={filled ? 'icon-button filled' : 'icon-button'}
      aria-label={label}
      aria-pressed={pressed}
      aria-keyshortcuts={shortcut}
      title={shortcut ? `${label} (${shortcut})` : label}
      disabled={disabled}
      data-key={dataKey}
      onClick={onPress}
    >
      {typeof icon === 'string' ? <Icon name={icon} {...(size === undefined ? {} : { size })} /> : icon}
    </button>
  )
}
