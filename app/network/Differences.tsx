import type { ReactNode } from 'react'
import type { Run } from '../../engine/experiment/experiment.ts'
import { useLab, useLabState } from '../lab/context.tsx'
import { fieldOf } from '../surface/runEdits.ts'
import { useRunNow } from '../surface/useRunNow.ts'
import { flagWords } from './flagWords.ts'
import { switches } from './switches.ts'
import { sharedAt } from './tricks.ts'

interface Props {
  run: Run
  /** What else is to be said of it. */
  children: ReactNode
}

/** What of its training at the cursor is not as the switches say: "BatchNorm off here". */
export function Differences({ run, children }: Props) {
  const lab = useLab()
  const experiment = useLabState((state) => state.experiment)
  // It renders, and looks, when the cursor has passed a change.
  const now = useRunNow(run)
  const { step } = lab.getState()
  const words = switches
    .flatMap(({ path }) => {
      const [own, shared] = [fieldOf(experiment, now, path), sharedAt(experiment, path, step)]
      return JSON.stringify(own) === JSON.stringify(shared) ? [] : [flagWords(path, own, shared)]
    })
    .join(', ')
  const shape = ['hidden', 'activation', 'initializer', 'divergence'].filter((name) => name in run.problem)
  const own = shape.length > 0 && `its own ${shape.map((name) => shapeWords[name]).join(', ')}`
  const all = [children, words && `${words} here`, own].filter(Boolean)
  return all.length > 0 ? <p className="caption column-differs">{all.join(' · ')}</p> : null
}

const shapeWords: Readonly<Record<string, string>> = {
  hidden: 'layers',
  activation: 'activation',
  initializer: 'first weights',
  divergence: 'divergence',
}
