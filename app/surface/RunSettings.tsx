import { useId } from 'react'
import { limits, type Run } from '../../engine/experiment/experiment.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import { useLab, useLabState } from '../lab/context.tsx'
import { FieldControl } from './FieldControl.tsx'
import { Row } from './ParameterRows.tsx'
import { fieldOf, renameRun } from './runEdits.ts'
import type { RunField } from './runFields.ts'

interface Props {
  /** With the values that are shown. */
  run: Run
  fields: readonly RunField[]
  onChange: (path: string, value: unknown, final: boolean) => void
}

/** Fields of a run, a row or a few each. */
export function RunSettings({ run, fields, onChange }: Props) {
  const experiment = useLabState((state) => state.experiment)
  return fields.map((field) => (
    <FieldControl
      key={field.path}
      field={field}
      value={fieldOf(experiment, run, field.path)}
      onChange={(value, final) => onChange(field.path, value, final)}
    />
  ))
}

export function RunName({ run }: { run: Run }) {
  const lab = useLab()
  const field = useId()
  return (
    <Row label={<label htmlFor={field}>name</label>}>
      <input
        id={field}
        className="name-field"
        key={run.label}
        defaultValue={run.label ?? ''}
        placeholder={optimizers[run.optimizer].name}
        maxLength={limits.labelLength}
        autoComplete="off"
        spellCheck={false}
        onBlur={(event) => {
          if (event.target.value.trim() !== (run.label ?? '')) lab.edit(renameRun(run.id, event.target.value))
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
        }}
      />
    </Row>
  )
}
