import { datasetOf } from '../../engine/datasets/index.ts'
import { networkOf } from '../../engine/experiment/kinds.ts'
import { useLab } from '../lab/context.tsx'
import { useStage } from './context.tsx'
import { setFrom } from './networkEdits.ts'
import { switchOf } from './switches.ts'
import { sharedAt } from './tricks.ts'

interface Props {
  path: string
  /** What is so while the trick is off. */
  children?: string
}

/** The way to a trick that no run uses, where its row would be: "no unit is dropped: Dropout on (d)". */
export function SwitchOn({ path, children }: Props) {
  const lab = useLab()
  const { hasSwitches } = useStage()
  const trick = switchOf(path)
  if (!hasSwitches || !trick) return null
  const throwIt = () => {
    const { step, experiment } = lab.getState()
    const on = trick.on(sharedAt(experiment, path, step) as never, datasetOf(networkOf(experiment)))
    lab.edit(setFrom(step, path, on))
  }
  return (
    <>
      {children}{' '}
      <button type="button" className="link" onClick={throwIt}>
        {trick.flag} on
      </button>
      {trick.key && <span className="aside"> ({trick.key})</span>}
    </>
  )
}
