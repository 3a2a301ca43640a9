import { networkFields } from '../../../engine/experiment/networkFields.ts'
import { read } from '../../../engine/training/trace.ts'
import { Scrub } from '../../controls/Scrub.tsx'
import { Toggle } from '../../controls/Toggle.tsx'
import { LineSample } from '../../drawing/LineSample.tsx'
import { measured } from '../../drawing/format.ts'
import type { Style } from '../../drawing/palette.ts'
import { useLab, useLabState } from '../../lab/context.tsx'
import type { LabState } from '../../lab/lab.ts'
import { runName } from '../../../engine/experiment/runName.ts'
import { freeze, isFrozen, setWeight } from './edits.ts'
import type { Series } from './series.ts'

interface Props {
  /** Index of the run, and of the parameter. */
  run: number
  index: number
  /** `w 3,5 of layer 2`. */
  name: string
  style: Style
  series: Series
  /** Whether what is done here is done to all runs. */
  isForAll: boolean
}

/**
 * What the parameter is at the cursor: what it is set to there, or what has been computed; NaN where the network has no
 * such parameter, nothing until it is known. A run that has ended keeps what it had.
 */
function valueAt(
  { experiment, step, playing }: LabState,
  series: Series,
  run: number,
  index: number,
): number | undefined {
  if (playing) return undefined
  const { id } = experiment.runs[run]
  const set = experiment.changes.findLast(
    (change) => change.path === `weights.${index}` && change.step === step && (change.run ?? id) === id,
  )
  if (set) return set.value as number
  const trace = series.get()?.traces[run]
  if (!trace || trace.length === 0) return undefined
  const isOver = trace.stopped !== undefined || trace.finished !== undefined
  if (step >= trace.length && !isOver) return undefined
  return read(trace, 'w', Math.min(step, trace.length - 1))
}

/** A run's value of the parameter, to be set at the cursor, and whether it is frozen from there on. */
export function WeightControls({ run, index, name, style, series, isForAll }: Props) {
  const lab = useLab()
  const one = useLabState(({ experiment }) => experiment.runs[run])
  // While it plays nothing is set.
  const playing = useLabState((state) => state.playing)
  const value = useLabState((state) => valueAt(state, series, run, index))
  const held = useLabState(({ experiment, step, playing }) =>
    playing ? undefined : isFrozen(experiment, one.id, index, step),
  )
  const whose = isForAll ? undefined : one.id
  const { min, max, scale } = networkFields.weight
  return (
    <div className="weight-controls">
      <LineSample style={style} />
      {value === undefined || Number.isNaN(value) ? (
        <span className="caption">
          {playing ? 'pause to set it' : value === undefined ? '…' : 'not there at this step'}
        </span>
      ) : (
        <>
          <i className="symbol">w</i>{' '}
          <Scrub
            value={value}
            label={`${name} in ${runName(one)}`}
            min={min}
            max={max}
            scale={scale}
            step={0.01}
            format={measured}
            onChange={(next, { final }) =>
              lab.edit(setWeight(lab.getState().step, whose, index, next), final)
            }
          />
          <Toggle
            checked={held ?? false}
            onChange={(on) => lab.edit(freeze(lab.getState().step, whose, index, on))}
          >
            frozen<span className="unseen"> in {runName(one)}</span>
          </Toggle>
        </>
      )}
    </div>
  )
}
