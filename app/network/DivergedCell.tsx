import type { Run } from '../../engine/experiment/experiment.ts'
import { defaults } from '../../engine/parameters.ts'
import { clippings } from '../../engine/training/clipping.ts'
import { read } from '../../engine/training/trace.ts'
import { measured } from '../drawing/format.ts'
import { Numeral } from '../drawing/Numeral.tsx'
import { useLab, useLabState } from '../lab/context.tsx'
import { traceOf } from '../lab/lab.ts'
import { setRun } from '../surface/runEdits.ts'

/** To three digits, so that halving does not leave tails. */
const half = (rate: number) => Number((rate / 2).toPrecision(3))

/** Over the map of a run that has diverged: where, how far it had got, and three ways on. */
export function DivergedCell({ run }: { run: Run }) {
  const lab = useLab()
  const stopped = useLabState((state) => {
    const at = traceOf(state, run.id)?.stopped
    return at !== undefined && state.step >= at ? at : undefined
  })
  if (stopped === undefined) return null
  const trace = traceOf(lab.getState(), run.id)
  const last = trace ? read(trace, 'loss', stopped - 1) : NaN
  const rate = run.hyperparameters.learningRate as number
  const clip = { ...defaults(clippings.norm.parameters), kind: 'norm', max: 1 }
  return (
    <div className="diverged" role="status">
      <p>
        <b>A weight became infinite at step {stopped}</b>
        <br />
        last finite loss <Numeral of={measured(last)} />
      </p>
      <p className="ways">
        <button type="button" className="link" onClick={() => lab.seek(stopped - 1)}>
          Go to step {stopped - 1}
        </button>
        <button
          type="button"
          className="link"
          onClick={() => lab.edit(setRun(run.id, 'hyperparameters.learningRate', half(rate)))}
        >
          Halve <i className="symbol">η</i> and rerun
        </button>
        <button type="button" className="link" onClick={() => lab.edit(setRun(run.id, 'clipping', clip))}>
          Clip ‖<i className="symbol">g</i>‖ ≤ 1 and rerun
        </button>
      </p>
    </div>
  )
}
