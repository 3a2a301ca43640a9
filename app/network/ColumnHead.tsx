import { lazy, Suspense } from 'react'
import type { Run } from '../../engine/experiment/experiment.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import { read } from '../../engine/training/trace.ts'
import { Popover } from '../controls/Popover.tsx'
import { Scrub } from '../controls/Scrub.tsx'
import { LineSample } from '../drawing/LineSample.tsx'
import { Live } from '../drawing/Live.tsx'
import { plain, setting } from '../drawing/format.ts'
import { Numeral } from '../drawing/Numeral.tsx'
import type { Style } from '../drawing/palette.ts'
import { runName } from '../../engine/experiment/runName.ts'
import { useLab, useLabState } from '../lab/context.tsx'
import { type LabState, traceOf } from '../lab/lab.ts'
import { rateSpec } from '../surface/rates.ts'
import { setRun } from '../surface/runEdits.ts'
import { WhileOpen } from '../surface/WhileOpen.tsx'
import { useRunNow } from '../surface/useRunNow.ts'
import { Differences } from './Differences.tsx'
import { evaluations, lastAt, shownLoss } from './evaluations.ts'
import { useHeldStep } from './useHeldStep.ts'
import './columnHead.css'

/** Not waited for, but there before a menu is opened. */
const panel = import('./NetworkRunPanel.tsx')
const NetworkRunPanel = lazy(() => panel)

interface Props {
  run: Run
  style: Style
  /** What can be changed here: all of the run by its menu, its rate, or nothing. */
  edit?: 'all' | 'rate' | 'none'
}

/** The validation loss and accuracy at the cursor; of a run that has ended early, those of the weights it kept. */
function result(state: LabState, id: string): string {
  const trace = traceOf(state, id)
  if (!trace) return ''
  const { step } = state
  if (trace.stopped !== undefined && step >= trace.stopped) return `diverged at step ${trace.stopped}`
  const kept = trace.finished && step >= trace.finished.step ? trace.finished : undefined
  const at = kept?.best ?? step
  const loss = lastAt(evaluations(trace, 'validationLoss'), at)
  if (Number.isNaN(loss)) {
    const own = read(trace, 'loss', step)
    return Number.isNaN(own) ? '' : plain(shownLoss(own, 3))
  }
  const accuracy = lastAt(evaluations(trace, 'validationAccuracy'), at)
  const share = Number.isNaN(accuracy) ? '' : `  ${Math.round(100 * accuracy)}%`
  const end = kept ? ` of step ${kept.best}` : ''
  return `${plain(shownLoss(loss, 3))} val${share}${end}`
}

/** Who a column is: its line, its name, its rate, how well it does at the cursor, and what sets it apart. */
export function ColumnHead({ run, style, edit = 'all' }: Props) {
  const lab = useLab()
  const isFocused = useLabState(({ focus }) => focus === run.id)
  const optimizer = useRunNow(run, (now) => now.optimizer)
  const rate = useRunNow(run, ({ hyperparameters }) => hyperparameters.learningRate as number)
  const held = useHeldStep()
  const name = runName(run)
  const { min, max, scale } = rateSpec(optimizer)
  const who = (
    <>
      <LineSample style={style} />
      <b style={{ color: style.colour }}>{name}</b>
    </>
  )
  return (
    <div className="column-head" data-focused={isFocused ? '' : undefined}>
      <div className="column-line">
        {edit === 'all' ? (
          <Popover
            className="column-name"
            label={`${name}, settings and more`}
            panel={
              <WhileOpen>
                <div className="run-panel">
                  <Suspense>
                    <NetworkRunPanel run={run} />
                  </Suspense>
                </div>
              </WhileOpen>
            }
          >
            {who}
          </Popover>
        ) : (
          <button type="button" className="column-name" onClick={() => lab.setView({ focus: run.id })}>
            {who}
          </button>
        )}
        <span className="column-rate">
          <i className="symbol">η</i>{' '}
          {edit === 'none' ? (
            <Numeral of={setting(rate)} />
          ) : (
            <Scrub
              value={rate}
              label={`learning rate of ${name}`}
              min={min}
              max={max}
              scale={scale}
              onChange={(value, { final }) =>
                lab.edit(setRun(run.id, 'hyperparameters.learningRate', value, held(final)), final)
              }
            />
          )}
        </span>
        <Live className="column-result" read={(state) => result(state, run.id)} />
      </div>
      <Differences run={run}>
        {optimizer !== run.optimizer && `now ${optimizers[optimizer].name}`}
      </Differences>
    </div>
  )
}
