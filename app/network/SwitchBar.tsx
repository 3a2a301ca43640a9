import type { Dataset } from '../../engine/dataset.ts'
import { datasetOf } from '../../engine/datasets/index.ts'
import { networkOf } from '../../engine/experiment/kinds.ts'
import { useLab, useLabState } from '../lab/context.tsx'
import { flagLabel } from './flags.ts'
import { lastSwitch, undoSwitch } from './networkEdits.ts'
import { SwitchControl } from './SwitchControl.tsx'
import type { Switch } from './switch.ts'
import { augmentationsFor, switches } from './switches.ts'
import { useExperiment } from './useExperiment.ts'
import './switches.css'

/** Why a trick has no place in an experiment, if it has none. */
function obstacleTo({ path }: Switch, dataset: Dataset, validation: number): string | undefined {
  if (path === 'problem.augmentation' && Object.keys(augmentationsFor(dataset)).length === 0)
    return `${dataset.name}: neither points of a plane nor images, nothing to move or turn`
  if (path === 'problem.patience' && validation === 0) return 'No rows are held out for validation'
  return undefined
}

/** The tricks, each switched for all runs from the cursor's step on. */
export function SwitchBar() {
  const problem = useLabState(({ experiment }) => networkOf(experiment))
  const { validation } = problem
  const dataset = datasetOf(problem)
  return (
    <div className="switch-bar" role="group" aria-label="Training switches">
      {switches.map((one) => (
        <SwitchControl
          key={one.path}
          of={one}
          dataset={dataset}
          obstacle={obstacleTo(one, dataset, validation)}
        />
      ))}
      <Undo />
    </div>
  )
}

function Undo() {
  const lab = useLab()
  const last = useExperiment((experiment) => {
    const [change] = lastSwitch(experiment)
    return change && `${flagLabel(experiment, change)}, ${change.step}`
  })
  return (
    <button
      type="button"
      className="link switch-undo"
      disabled={last === undefined}
      title={last && `Takes back ${last}`}
      onClick={() => lab.edit(undoSwitch)}
    >
      Undo last switch
    </button>
  )
}
