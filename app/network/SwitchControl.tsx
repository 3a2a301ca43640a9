import { useState } from 'react'
import { Scrub } from '../controls/Scrub.tsx'
import { useLab, useLabState } from '../lab/context.tsx'
import { setFrom } from './networkEdits.ts'
import type { Switch } from './switches.ts'
import { sharedAt, sharedChange } from './tricks.ts'

interface Props {
  of: Switch
  disabled: boolean
}

/** One trick: on or off at the cursor, since when, and its number. */
export function SwitchControl({ of: { id, name, words, letter, key, path, ...trick }, disabled }: Props) {
  const lab = useLab()
  const value = useLabState(({ experiment, step }) => sharedAt(experiment, path, step)) as never
  const since = useLabState(({ experiment, step }) => sharedChange(experiment, path, step)?.step)
  const { number, numberOf } = trick
  /** The number that it is switched on with, while it is off. */
  const [armed, setArmed] = useState(number?.first ?? 0)
  if (value === undefined) return null
  const isOn = trick.isOn(value)
  const shown = isOn && numberOf ? numberOf(value) : armed
  const put = (on: boolean, next: number, final: boolean) =>
    lab.edit(setFrom(lab.getState().step, path, trick.set(value, on, next)), final)
  const toggle = () => {
    if (isOn && numberOf) setArmed(numberOf(value))
    put(!isOn, armed, true)
  }
  const full = [name.replace(/[,≤‖]/g, '').trim(), words].filter(Boolean).join(' ')
  return (
    <span className="switch" data-on={isOn ? '' : undefined}>
      <button
        type="button"
        role="switch"
        className="switch-knob"
        aria-checked={isOn}
        aria-label={name.replace(/[,≤‖]/g, '').trim()}
        aria-keyshortcuts={key}
        title={`${isOn ? 'Off' : 'On'} from this step (${key})`}
        data-key={id}
        disabled={disabled}
        onClick={toggle}
      />
      <span className="switch-name" aria-hidden="true">
        {name}
      </span>
      {words && <span>{words}</span>}
      {letter && <i className="symbol">{letter}</i>}
      {number && (
        <Scrub
          value={shown}
          label={`${full}: ${number.label}`}
          min={number.min}
          max={number.max}
          scale={number.scale}
          step={number.step}
          onChange={(next, { final }) => (isOn ? put(true, next, final) : setArmed(next))}
        />
      )}
      {isOn && since !== undefined && <span className="caption">on since {since}</span>}
    </span>
  )
}
