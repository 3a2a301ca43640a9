import { datasets } from '../../engine/datasets/index.ts'
import { augmentations } from '../../engine/datasets/index.ts'
import { networkOf } from '../../engine/experiment/kinds.ts'
import { useLab, useLabState } from '../lab/context.tsx'
import { lastSwitch, undoSwitch } from './networkEdits.ts'
import { SwitchControl } from './SwitchControl.tsx'
import { switches, switchPaths } from './switches.ts'

/** The tricks, each switched for all runs from the cursor's step on. */
export function SwitchBar() {
  const lab = useLab()
  const canUndo = useLabState(({ experiment }) => lastSwitch(experiment, switchPaths) !== undefined)
  const { data, validation } = useLabState(({ experiment }) => networkOf(experiment))
  const disabled: Readonly<Record<string, boolean>> = {
    augment: !augmentations.jitter.suits(datasets[data.kind]),
    patience: validation === 0,
  }
  return (
    <div className="switch-bar" role="group" aria-label="Training switches">
      {switches.map((one) => (
        <SwitchControl key={one.id} of={one} disabled={disabled[one.id] ?? false} />
      ))}
      <button
        type="button"
        className="link switch-undo"
        disabled={!canUndo}
        onClick={() => lab.edit(undoSwitch(switchPaths))}
      >
        Undo last switch
      </button>
    </div>
  )
}
