import { read } from '../../engine/training/trace.ts'
import { measured, plain } from '../drawing/format.ts'
import { Live } from '../drawing/Live.tsx'
import { type LabState, traceOf, visibleRuns } from '../lab/lab.ts'
import { runName } from '../../engine/experiment/runName.ts'

/** "At step 16 RProp is lowest, at 4.9×10⁻⁴." */
function keyNumber(state: LabState): string {
  const losses = visibleRuns(state).flatMap((run) => {
    const trace = traceOf(state, run.id)
    const loss = trace ? read(trace, 'loss', state.step) : NaN
    return Number.isNaN(loss) ? [] : [{ run, loss }]
  })
  if (losses.length === 0) return ''
  const { run, loss } = losses.reduce((best, one) => (one.loss < best.loss ? one : best))
  const value = plain(measured(loss))
  // Before the first step all are where they started.
  if (losses.every((one) => one.loss === loss)) return `Step ${state.step}: loss ${value}`
  return `Step ${state.step}: loss of ${runName(run)} ${value}, the lowest of ${losses.length}`
}

/** The one number of a figure that shows no numbers. */
export const KeyNumber = () => <Live className="caption live-key" read={keyNumber} />
