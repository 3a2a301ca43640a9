import { LineSample } from '../drawing/LineSample.tsx'
import type { Style } from '../drawing/palette.ts'
import { useLab, useLabState } from '../lab/context.tsx'
import { runName } from '../../engine/experiment/runName.ts'

interface Props {
  /** Indices of the runs to choose from. */
  runs: readonly number[]
  styles: readonly Style[]
  chosen: number | undefined
}

/** On a phone one run is seen at a time: which. */
export function RunPicker({ runs, styles, chosen }: Props) {
  const lab = useLab()
  const all = useLabState(({ experiment }) => experiment.runs)
  return (
    <div className="run-picker" role="group" aria-label="Run">
      {runs.map((index) => (
        <button
          key={all[index].id}
          type="button"
          aria-pressed={index === chosen}
          onClick={() => lab.setView({ focus: all[index].id })}
        >
          <LineSample style={styles[index]} width={26} />
          <span style={{ color: styles[index].colour }}>{runName(all[index])}</span>
        </button>
      ))}
    </div>
  )
}
