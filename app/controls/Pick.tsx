import type { ReactNode } from 'react'
import './controls.css'

export interface Option<V extends string = string> {
  value: V
  label: string
  disabled?: boolean
}
export interface OptionGroup<V extends string = string> {
  label: string
  options: readonly Option<V>[]
}

interface Props<V extends string> {
  value: V
  label: string
  options: readonly (Option<V> | OptionGroup<V>)[]
  onChange: (value: V) => void
  /** What is read in the sentence, if not the option's label. */
  children?: ReactNode
  className?: string
}

/** A choice in a sentence: a native select, unseen, over the words that it sets. */
export function Pick<V extends string>({
  value,
  label,
  options,
  onChange,
  children,
  className = '',
}: Props<V>) {
  const chosen = options
    .flatMap((one) => ('options' in one ? one.options : [one]))
    .find((one) => one.value === value)
  return (
    <span className={`pick ${className}`}>
      <span className="shown" aria-hidden="true">
        {children ?? chosen?.label ?? value}
      </span>
      <select aria-label={label} value={value} onChange={(event) => onChange(event.target.value as V)}>
        {options.map((one) =>
          'options' in one ? (
            <optgroup key={one.label} label={one.label}>
              {one.options.map(item)}
            </optgroup>
          ) : (
            item(one)
          ),
        )}
      </select>
    </span>
  )
}

const item = ({ value, label, disabled }: Option) => (
  <option key={value} value={value} disabled={disabled}>
    {label}
  </option>
)
