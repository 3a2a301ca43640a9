import { useState } from 'react'
import type { Experiment, Run } from '../../engine/experiment/experiment.ts'
import { Pick } from '../controls/Pick.tsx'
import { Live } from '../drawing/Live.tsx'
import { useLab } from '../lab/context.tsx'
import { FieldControl } from './FieldControl.tsx'
import { fieldOf } from './runEdits.ts'
import { forkAtCursor } from './forkAtCursor.ts'
import { type RunField } from './runFields.ts'
import { useRunNow } from './useRunNow.ts'

interface Props {
  experiment: Experiment
  run: Run
  fieldsOf: (run: Run) => readonly RunField[]
}

const RATE = 'hyperparameters.learningRate'

/** The same run up to the cursor, and from there on with one thing changed: what would have been. */
export function Fork({ experiment, run, fieldsOf }: Props) {
  const lab = useLab()
  const now = useRunNow(run)
  const fields = fieldsOf(now)
  const [chosen, setChosen] = useState<{ path: string; value?: unknown }>({ path: RATE })
  const field = fields.find(({ path }) => path === chosen.path) ?? fields[0]
  const usual = fieldOf(experiment, now, field.path)
  const value = chosen.value ?? (field.other ? field.other(usual as never) : usual)
  return (
    <div className="change">
      <p>
        <button type="button" className="link" onClick={() => forkAtCursor(lab, run.id, field.path, value)}>
          Fork here
        </button>
        : a twin that from step <Live read={(state) => String(state.step + 1)} /> on has another{' '}
        <Pick
          label="what the fork changes"
          value={field.path}
          options={fields.map(({ path, label }) => ({ value: path, label }))}
          onChange={(path) => setChosen({ path })}
        />
      </p>
      <FieldControl
        field={field}
        value={value}
        onChange={(next) => setChosen({ path: field.path, value: next })}
      />
    </div>
  )
}
