import { useId, useState } from 'react'
import { datasetOf } from '../../engine/datasets/index.ts'
import type { Run } from '../../engine/experiment/experiment.ts'
import { networkOf } from '../../engine/experiment/kinds.ts'
import { Live } from '../drawing/Live.tsx'
import { useLab, useLabState } from '../lab/context.tsx'
import { RunActions } from '../surface/RunActions.tsx'
import { setRun } from '../surface/runEdits.ts'
import { runFields } from '../surface/runFields.ts'
import { RunName, RunSettings } from '../surface/RunSettings.tsx'
import { useRunNow } from '../surface/useRunNow.ts'
import { LayersRows } from './LayersRows.tsx'
import { shapeFields, trickFields } from './trickFields.ts'
import { useHeldStep } from './useHeldStep.ts'

/** All settings of a run, each changed from the cursor's step on or from the start, and what can be done with it. */
export default function NetworkRunPanel({ run }: { run: Run }) {
  const lab = useLab()
  const experiment = useLabState((state) => state.experiment)
  const group = useId()
  const [isFromStart, setFromStart] = useState(false)
  const isHidden = useLabState(({ hidden }) => hidden.includes(run.id))
  const now = useRunNow(run)
  const held = useHeldStep()
  const problem = networkOf(experiment)
  const dataset = datasetOf(problem)
  const tricks = trickFields(dataset, problem.validation)
  const shown = isFromStart ? run : now

  const set = (path: string, value: unknown, final: boolean) => {
    const at = experiment.runs.indexOf(run)
    const step = isFromStart ? 0 : held(final)
    lab.edit(setRun(run.id, path, value, step), final)
    // Another optimizer from the start is another run.
    const { id } = lab.getState().experiment.runs[at]
    if (id !== run.id) lab.setView({ focus: id })
  }
  return (
    <>
      <RunName run={run} />
      <fieldset className="acts-from">
        <legend>What is set below acts</legend>
        <label>
          <input type="radio" name={group} checked={!isFromStart} onChange={() => setFromStart(false)} />
          from here, step <Live read={({ step }) => String(step + 1)} />
        </label>
        <label>
          <input type="radio" name={group} checked={isFromStart} onChange={() => setFromStart(true)} />
          from the start
        </label>
        <p className="caption">
          <i className="symbol">η</i> in the column’s head acts from here, as the switches do: the past stays.
        </p>
      </fieldset>
      <RunSettings run={shown} fields={runFields(shown)} onChange={set} />
      <details className="split">
        <summary>Split from the others</summary>
        <RunSettings run={shown} fields={tricks} onChange={set} />
        {isFromStart ? (
          <>
            <RunSettings run={shown} fields={shapeFields(dataset)} onChange={set} />
            <LayersRows
              hidden={run.problem.hidden ?? problem.hidden}
              onChange={(hidden, final = true) => set('problem.hidden', hidden, final)}
            />
          </>
        ) : (
          <p className="caption">
            Layers, activation, first weights and divergence are what a network begins with: set them from the
            start.
          </p>
        )}
      </details>
      <RunActions run={run} isHidden={isHidden} fieldsOf={(at) => [...runFields(at), ...tricks]} />
    </>
  )
}
