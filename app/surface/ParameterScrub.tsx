import type { NumberParameter } from '../../engine/parameters.ts'
import { Scrub } from '../controls/Scrub.tsx'

interface Props {
  spec: NumberParameter
  value: number
  onChange: (value: number, final: boolean) => void
  /** Said instead of the spec's label, where that says too little. */
  label?: string
  unit?: string
  step?: number
}

/** A number that a parameter's spec describes. */
export function ParameterScrub({ spec, value, onChange, label = spec.label, unit = '', step }: Props) {
  const { min, max, scale } = spec
  return (
    <Scrub
      value={value}
      label={label}
      min={min}
      max={max}
      scale={scale}
      step={step}
      unit={unit}
      onChange={(next, { final }) => onChange(next, final)}
    />
  )
}
