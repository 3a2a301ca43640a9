import equations from 'virtual:formulas/equations'
import type { Choice } from '../../engine/experiment/experiment.ts'
import { defaults, type Value } from '../../engine/parameters.ts'
import { Pick } from '../controls/Pick.tsx'
import { addFormulas, Formula } from '../drawing/Formula.tsx'
import { Letter } from './Letter.tsx'
import { Control, Controls, Row } from './ParameterRows.tsx'
import type { RunField } from './runFields.ts'

addFormulas(equations)

interface Props {
  field: RunField
  value: unknown
  onChange: (value: unknown, final: boolean) => void
}

/** The rows of a field of a run, by what the field is made of. */
export function FieldControl({ field, value, onChange }: Props) {
  if ('spec' in field)
    return (
      <Control
        spec={field.spec}
        value={value as Value}
        onChange={(next, final = true) => onChange(next, final)}
      />
    )
  const values = value as Record<string, Value>
  const set = (name: string, next: Value, final: boolean) => onChange({ ...values, [name]: next }, final)
  if ('parameters' in field) {
    const { on, ...details } = field.parameters
    const shown = on === undefined ? field.parameters : { on, ...(values.on ? details : {}) }
    return <Controls parameters={shown} values={values} onChange={set} />
  }
  const { registry, symbol, label } = field
  const { kind } = value as Choice
  const { formula, parameters } = registry[kind]
  return (
    <>
      <Row label={label}>
        <Pick
          label={label}
          value={kind}
          options={Object.values(registry).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(next) => onChange({ ...defaults(registry[next].parameters), kind: next }, true)}
        />
      </Row>
      {symbol !== undefined && formula !== undefined && Object.keys(parameters).length > 0 && (
        <p className="formula-row">
          <Letter tex={symbol} /> = <Formula tex={formula} />
        </p>
      )}
      <Controls parameters={parameters} values={values} onChange={set} />
    </>
  )
}
