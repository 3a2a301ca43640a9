import { useState } from 'react'
import { type Change, type Experiment, limits, type Run } from '../../engine/experiment/experiment.ts'
import { Live } from '../drawing/Live.tsx'
import { useLab } from '../lab/context.tsx'
import { removeRun } from './edits.ts'
import { duplicateRun, forkRun, removeChange, resetRun, setChange } from './runEdits.ts'
import { Letter } from './Letter.tsx'
import { runName } from '../lab/runName.ts'
import { ParameterScrub } from './ParameterScrub.tsx'
import { rateSpec } from './rates.ts'
import { settingsAt } from './settings.ts'

const RATE = 'hyperparameters.learningRate'

interface Props {
  experiment: Experiment
  run: Run
  isHidden: boolean
}

/** What was changed in a run on its way, and what can be done with it. */
export function RunActions({ experiment, run, isHidden }: Props) {
  const lab = useLab()
  const { id } = run
  const isFull = experiment.runs.length >= limits.runs
  const toggleHidden = () => {
    const { hidden } = lab.getState()
    lab.setView({ hidden: isHidden ? hidden.filter((one) => one !== id) : [...hidden, id] })
  }
  const twins = experiment.runs.filter(({ optimizer }) => optimizer === run.optimizer).length
  return (
    <div className="actions">
      {experiment.changes.map(
        (change, i) =>
          change.run === id && (
            // A change has no name but its place.
            // oxlint-disable-next-line react/no-array-index-key
            <ChangeRow key={i} index={i} change={change} run={run} />
          ),
      )}
      {!isFull && <Fork experiment={experiment} run={run} />}
      <p className="buttons">
        <button
          type="button"
          className="link"
          disabled={isFull}
          onClick={() => lab.edit(duplicateRun(id, `${runName(run)} ${twins + 1}`))}
        >
          Duplicate
        </button>
        <button type="button" className="link" onClick={() => lab.edit(resetRun(id))}>
          Reset
        </button>
        <button type="button" className="link" onClick={toggleHidden}>
          {isHidden ? 'Show' : 'Hide'}
        </button>
        <button type="button" className="link" onClick={() => lab.edit(removeRun(id))}>
          Remove
        </button>
      </p>
    </div>
  )
}

/** "From step 31 on η 0.05", and the way back. */
function ChangeRow({ index, change, run }: { index: number; change: Change; run: Run }) {
  const lab = useLab()
  return (
    <p className="change">
      From step {change.step + 1} on{' '}
      {change.path === RATE ? (
        <>
          <Letter tex={rateSpec(run.optimizer).symbol} /> ={' '}
          <ParameterScrub
            spec={rateSpec(run.optimizer)}
            value={change.value as number}
            onChange={(value, final) => lab.edit(setChange(index, value), final)}
          />
        </>
      ) : (
        `${change.path}: ${JSON.stringify(change.value)}`
      )}{' '}
      <button type="button" className="link" onClick={() => lab.edit(removeChange(index))}>
        drop
      </button>
    </p>
  )
}

/** The same run up to the cursor, and from there on with another rate: what would have been. */
function Fork({ experiment, run }: { experiment: Experiment; run: Run }) {
  const lab = useLab()
  const spec = rateSpec(run.optimizer)
  const [rate, setRate] = useState(() => {
    const { step } = lab.getState()
    const now = settingsAt(experiment, run, step + 1).hyperparameters.learningRate as number
    return Number((now / 2).toPrecision(2))
  })
  const fork = () => {
    const { step } = lab.getState()
    const label = `${runName(run)} from ${step}`
    lab.edit(forkRun(run.id, { step, path: RATE, value: rate }, label))
    const { runs } = lab.getState().experiment
    const copy = runs[runs.findIndex(({ id }) => id === run.id) + 1]
    if (copy) lab.setView({ focus: copy.id })
  }
  return (
    <p className="change">
      <button type="button" className="link" onClick={fork}>
        Fork here
      </button>
      : a twin that from step <Live read={(state) => String(state.step + 1)} /> on has{' '}
      <Letter tex={spec.symbol} /> = <ParameterScrub spec={spec} value={rate} onChange={setRate} />
    </p>
  )
}
