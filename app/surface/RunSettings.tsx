import equations from 'virtual:formulas/equations'
import { useId, type ReactNode } from 'react'
import { type Experiment, limits, type Run } from '../../engine/experiment/experiment.ts'
import { fields } from '../../engine/experiment/fields.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import type { Parameter, Parameters, Value } from '../../engine/parameters.ts'
import { clippings } from '../../engine/training/clipping.ts'
import { schedules } from '../../engine/training/schedules.ts'
import { Pick } from '../controls/Pick.tsx'
import { Toggle } from '../controls/Toggle.tsx'
import { addFormulas, Formula } from '../drawing/Formula.tsx'
import { useLab } from '../lab/context.tsx'
import {
  renameRun,
  setChoiceParameter,
  setClipping,
  setHyperparameter,
  setSchedule,
  setWeightDecay,
} from './runEdits.ts'
import { Letter } from './Letter.tsx'
import { mainSettings } from './mainSettings.ts'
import { ParameterScrub } from './ParameterScrub.tsx'

addFormulas(equations)

/** The settings of a run that have no place in the roster. */
export function RunSettings({ run }: { experiment: Experiment; run: Run }) {
  const lab = useLab()
  const { id, optimizer, hyperparameters, schedule, clipping } = run
  const shown = ['learningRate', ...mainSettings(optimizer).map(([name]) => name)]
  const others = Object.entries(optimizers[optimizer].parameters).filter(([name]) => !shown.includes(name))
  return (
    <div className="settings">
      <Name run={run} />
      <Controls
        parameters={Object.fromEntries(others)}
        values={hyperparameters}
        onChange={(name, value, final) => lab.edit(setHyperparameter(id, name, value), final)}
      />
      <Row label="schedule of the rate">
        <Kinds
          label="schedule"
          registry={schedules}
          value={schedule.kind}
          onChange={(kind) => lab.edit(setSchedule(id, kind))}
        />
      </Row>
      {schedule.kind !== 'constant' && (
        <p className="formula-row">
          <Letter tex="\eta_k" /> = <Formula tex={schedules[schedule.kind].formula} />
        </p>
      )}
      <Controls
        parameters={schedules[schedule.kind].parameters}
        values={schedule}
        onChange={(name, value, final) => lab.edit(setChoiceParameter(id, 'schedule', name, value), final)}
      />
      <Row label="gradient clipping">
        <Kinds
          label="clipping"
          registry={clippings}
          value={clipping.kind}
          onChange={(kind) => lab.edit(setClipping(id, kind))}
        />
      </Row>
      <Controls
        parameters={clippings[clipping.kind].parameters}
        values={clipping}
        onChange={(name, value, final) => lab.edit(setChoiceParameter(id, 'clipping', name, value), final)}
      />
      <Row label={fields.weightDecay.label}>
        <Letter tex={fields.weightDecay.symbol} />{' '}
        <ParameterScrub
          spec={fields.weightDecay}
          step={0.01}
          value={run.weightDecay}
          onChange={(value, final) => lab.edit(setWeightDecay(id, value), final)}
        />
      </Row>
    </div>
  )
}

function Name({ run }: { run: Run }) {
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

const Row = ({ label, children }: { label: ReactNode; children: ReactNode }) => (
  <div className="row">
    <span className="what">{label}</span>
    <span>{children}</span>
  </div>
)

interface KindsProps {
  label: string
  registry: Readonly<Record<string, { id: string; name: string }>>
  value: string
  onChange: (kind: string) => void
}
const Kinds = ({ label, registry, value, onChange }: KindsProps) => (
  <Pick
    label={label}
    value={value}
    options={Object.values(registry).map(({ id, name }) => ({ value: id, label: name }))}
    onChange={onChange}
  />
)

interface ControlsProps {
  parameters: Parameters
  values: Readonly<Record<string, Value>>
  onChange: (name: string, value: Value, final: boolean) => void
}

/** A row for each parameter, by its spec. */
function Controls({ parameters, values, onChange }: ControlsProps) {
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
function Control({ spec, value, onChange }: ControlProps) {
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
  }
}
