import type { ReactNode } from 'react'
import type { Parameter, Parameters, Value } from '../../engine/parameters.ts'
import { Pick } from '../controls/Pick.tsx'
import { TextField } from '../controls/TextField.tsx'
import { Toggle } from '../controls/Toggle.tsx'
import { Letter } from './Letter.tsx'
import { ParameterScrub } from './ParameterScrub.tsx'

export const Row = ({ label, children }: { label: ReactNode; children: ReactNode }) => (
  <div className="row">
    <span className="what">{label}</span>
    <span>{children}</span>
  </div>
)

interface ControlsProps {
  parameters: Parameters
  values: Readonly<Record<string, Value>>
  onChange: (name: string, value: Value, final: boolean) => void
}

/** A row for each parameter, by its spec. */
export function Controls({ parameters, values, onChange }: ControlsProps) {
  return Object.entries(parameters).map(([name, spec]) => (
    <Control
      key={name}
      spec={spec}
      value={values[name]}
      onChange={(value, final = true) => onChange(name, value, final)}
    />
  ))
}

interface ControlProps {
  spec: Parameter
  value: Value
  onChange: (value: Value, final?: boolean) => void
}
export function Control({ spec, value, onChange }: ControlProps) {
  switch (spec.kind) {
    case 'number':
      return (
        <Row label={spec.label}>
          <Letter tex={spec.symbol} />{' '}
          <ParameterScrub spec={spec} value={value as number} onChange={onChange} />
        </Row>
      )
    case 'toggle':
      return (
        <Toggle checked={value as boolean} onChange={onChange}>
          {spec.label}
        </Toggle>
      )
    case 'choice':
      return (
        <Row label={spec.label}>
          <Pick
            label={spec.label}
            value={value as string}
            options={Object.entries(spec.options).map(([id, label]) => ({ value: id, label }))}
            onChange={onChange}
          />
        </Row>
      )
    case 'text':
      return (
        <Row label={spec.label}>
          <TextField spec={spec} value={value as string} onChange={onChange} />
        </Row>
      )
  }
}
