import { read } from '../../engine/training/trace.ts'
import { Scrub } from '../controls/Scrub.tsx'
import { LineSample } from '../drawing/LineSample.tsx'
import { Live } from '../drawing/Live.tsx'
import { plain } from '../drawing/format.ts'
import type { Style } from '../drawing/palette.ts'
import { runName } from '../lab/runName.ts'
import { useLab, useLabState } from '../lab/context.tsx'
import { type LabState, traceOf } from '../lab/lab.ts'
import { rateSpec } from '../surface/rates.ts'
import { evaluations, lastAt, shownLoss } from './evaluations.ts'
import { setRateFrom } from './networkEdits.ts'
import { runAt } from './tricks.ts'

interface Props {
  /** The run's id. */
  id: string
  style: Style
}

/** The validation loss and accuracy at the cursor, or where the run ended. */
function result(state: LabState, id: string): string {
  const trace = traceOf(state, id)
  if (!trace) return ''
  const { step } = state
  if (trace.stopped !== undefined && step >= trace.stopped) return `diverged at step ${trace.stopped}`
  const loss = lastAt(evaluations(trace, 'validationLoss'), step)
  if (Number.isNaN(loss)) {
    const own = read(trace, 'loss', step)
    return Number.isNaN(own) ? '' : plain(shownLoss(own, 3))
  }
  const accuracy = lastAt(evaluations(trace, 'validationAccuracy'), step)
  const share = Number.isNaN(accuracy) ? '' : `  ${Math.round(100 * accuracy)}%`
  const end = trace.finished && step >= trace.finished.step ? `, stopped at ${trace.finished.step}` : ''
  return `${plain(shownLoss(loss, 3))} val${share}${end}`
}

/** Who a column is: its line, its name, its rate, and how well it does at the cursor. */
export function ColumnHead({ id, style }: Props) {
  const lab = useLab()
  const run = useLabState(({ experiment }) => experiment.runs.find((one) => one.id === id))
  const rate = useLabState(({ experiment, step }) => {
    const own = experiment.runs.find((one) => one.id === id)
    return own && (runAt(experiment, own, step).hyperparameters.learningRate as number)
  })
  const isFocused = useLabState(({ focus }) => focus === id)
  if (!run || rate === undefined) return null
  const { min, max, scale } = rateSpec(run.optimizer)
  return (
    <div className="column-head" data-focused={isFocused ? '' : undefined}>
      <button type="button" className="column-name" onClick={() => lab.setView({ focus: id })}>
        <LineSample style={style} />
        <b style={{ color: style.colour }}>{runName(run)}</b>
      </button>
      <span className="column-rate">
        <i className="symbol">η</i>{' '}
        <Scrub
          value={rate}
          label={`learning rate of ${runName(run)}`}
          min={min}
          max={max}
          scale={scale}
          onChange={(value, { final }) => lab.edit(setRateFrom(lab.getState().step, id, value), final)}
        />
      </span>
      <Live className="column-result" read={(state) => result(state, id)} />
    </div>
  )
}
