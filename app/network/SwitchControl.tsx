import { useState } from 'react'
import type { Dataset } from '../../engine/dataset.ts'
import type { Choice } from '../../engine/experiment/experiment.ts'
import { defaults, type Value } from '../../engine/parameters.ts'
import { Icon } from '../controls/icons.tsx'
import { Pick } from '../controls/Pick.tsx'
import { Popover } from '../controls/Popover.tsx'
import { useLab, useLabState } from '../lab/context.tsx'
import { Controls } from '../surface/ParameterRows.tsx'
import { ParameterScrub } from '../surface/ParameterScrub.tsx'
import { WhileOpen } from '../surface/WhileOpen.tsx'
import { setFrom } from './networkEdits.ts'
import type { Main, Switch } from './switch.ts'
import { sharedAt, sharedChange } from './tricks.ts'
import { useHeldStep } from './useHeldStep.ts'

interface Props {
  of: Switch
  dataset: Dataset
  /** Why it cannot be switched here, if it cannot. */
  obstacle: string | undefined
}

/** One trick: on or off at the cursor, since when, of what kind, and its number. */
export function SwitchControl({ of: trick, dataset, obstacle }: Props) {
  const lab = useLab()
  const { flag, name, key, path, more } = trick
  const value = useLabState(({ experiment, step }) => sharedAt(experiment, path, step)) as never
  const since = useLabState(({ experiment, step }) => sharedChange(experiment, path, step)?.step)
  const held = useHeldStep()
  /** What it is switched on with, while it is off. */
  const [armed, setArmed] = useState<{ value: unknown; dataset: Dataset }>()
  if (value === undefined) return null
  const isOn = trick.isOn(value)
  const usual = armed?.dataset === dataset ? armed.value : trick.on(value, dataset)
  const shown = (isOn ? value : usual) as never
  const put = (next: unknown, final = true) => {
    const step = held(final)
    if (isOn) lab.edit(setFrom(step, path, next), final)
    else setArmed({ value: next, dataset })
  }
  const toggle = () => {
    if (isOn) setArmed({ value, dataset })
    lab.edit(setFrom(lab.getState().step, path, isOn ? trick.off(value) : usual))
  }
  const registry = trick.kinds?.registry(dataset)
  const { kind } = (shown as Partial<Choice>) ?? {}
  const main = obstacle === undefined ? trick.main?.(shown) : undefined
  return (
    <span className="switch" data-on={isOn ? '' : undefined}>
      <button
        type="button"
        role="switch"
        className="switch-knob"
        aria-checked={isOn}
        aria-label={flag}
        aria-keyshortcuts={key}
        title={obstacle ?? `${isOn ? 'Off' : 'On'} from this step${key ? ` (${key})` : ''}`}
        disabled={obstacle !== undefined}
        onClick={toggle}
      />
      <span className="switch-name" aria-hidden="true">
        {obstacle === undefined ? name : flag}
      </span>
      {registry && kind !== undefined && kind in registry && (
        <Pick
          label={`${flag}: kind`}
          className="switch-kind"
          value={kind}
          options={Object.values(registry).map((one) => ({ value: one.id, label: one.name }))}
          onChange={(next) => put({ ...defaults(registry[next].parameters), kind: next })}
        >
          {trick.kinds?.shown?.[kind]}
        </Pick>
      )}
      {main && <MainValue of={main} flag={flag} value={shown} onChange={put} />}
      {more && (
        <Popover
          className="more"
          label={`${flag}, details`}
          buttonLabel={`More of ${flag}`}
          panel={
            <WhileOpen>
              <div className="run-panel">
                <Controls
                  parameters={more}
                  values={shown as Record<string, Value>}
                  onChange={(field, next, final) => put({ ...(shown as object), [field]: next }, final)}
                />
              </div>
            </WhileOpen>
          }
        >
          <Icon name="more" />
        </Popover>
      )}
      {isOn && since !== undefined && <span className="caption">since {since}</span>}
    </span>
  )
}

interface MainProps {
  of: Main
  flag: string
  value: never
  onChange: (value: unknown, final: boolean) => void
}
function MainValue({ of: { spec, step, words, letter, get, set }, flag, value, onChange }: MainProps) {
  const label = `${flag}: ${spec.label}`
  const own = get(value)
  const put = (next: Value, final = true) => onChange(set(value, next), final)
  if (spec.kind !== 'number' && spec.kind !== 'choice') return null
  return (
    <>
      {words && <span>{words}</span>}
      {letter && <i className="symbol">{letter}</i>}
      {spec.kind === 'number' ? (
        <ParameterScrub
          spec={spec}
          label={label}
          value={own as number}
          {...(step !== undefined && { step })}
          onChange={put}
        />
      ) : (
        <Pick
          label={label}
          value={own as string}
          options={Object.entries(spec.options).map(([id, option]) => ({ value: id, label: option }))}
          onChange={put}
        />
      )}
    </>
  )
}
