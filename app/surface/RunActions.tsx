import { type Change, limits, type Run } from '../../engine/experiment/experiment.ts'
import { useLab, useLabState } from '../lab/context.tsx'
import { removeRun } from './edits.ts'
import { FieldControl } from './FieldControl.tsx'
import { Fork } from './Fork.tsx'
import { duplicateRun, removeChange, resetRun, setChange } from './runEdits.ts'
import type { RunField } from './runFields.ts'
import { settingsAt } from './settings.ts'

interface Props {
  run: Run
  isHidden: boolean
  /** What may differ in a run from a step on. */
  fieldsOf: (run: Run) => readonly RunField[]
}

/** What was changed in a run on its way, and what can be done with it. */
export function RunActions({ run, isHidden, fieldsOf }: Props) {
  const lab = useLab()
  const experiment = useLabState((state) => state.experiment)
  const { id } = run
  const isFull = experiment.runs.length >= limits.runs
  const toggleHidden = () => {
    const { hidden } = lab.getState()
    lab.setView({ hidden: isHidden ? hidden.filter((one) => one !== id) : [...hidden, id] })
  }
  return (
    <div className="actions">
      {experiment.changes.map(
        (change, i) =>
          change.run === id && (
            <ChangeRow
              // A change has no name but its place.
              // oxlint-disable-next-line react/no-array-index-key
              key={i}
              index={i}
              change={change}
              field={fieldsOf(settingsAt(experiment, run, change.step + 1)).find(
                ({ path }) => path === change.path,
              )}
            />
          ),
      )}
      {!isFull && <Fork experiment={experiment} run={run} fieldsOf={fieldsOf} />}
      <p className="buttons">
        <button type="button" className="link" disabled={isFull} onClick={() => lab.edit(duplicateRun(id))}>
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

interface ChangeRowProps {
  index: number
  change: Change
  /** None where what was changed has no control of its own. */
  field: RunField | undefined
}

/** "From step 31 on: learning rate η 0.05", and the way back. */
function ChangeRow({ index, change: { step, path, value }, field }: ChangeRowProps) {
  const lab = useLab()
  return (
    <div className="change">
      <p>
        From step {step + 1} on{field ? '' : `: ${path}`}{' '}
        <button type="button" className="link" onClick={() => lab.edit(removeChange(index))}>
          drop
        </button>
      </p>
      {field && (
        <FieldControl
          field={field}
          value={value}
          onChange={(next, final) => lab.edit(setChange(index, next), final)}
        />
      )}
    </div>
  )
}
