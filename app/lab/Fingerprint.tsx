import { useState } from 'react'
import { fingerprint } from '../../engine/training/fingerprint.ts'
import { useLab, useLabState } from './context.tsx'

/** The proof that two people see the same run: a hash of every bit computed, made when asked for. */
export function Fingerprint() {
  const lab = useLab()
  const experiment = useLabState((state) => state.experiment)
  const [made, setMade] = useState<{ of: typeof experiment; text: string }>()
  const make = () => {
    const { computation } = lab.getState()
    const isDone = computation?.experiment === experiment && computation.step >= experiment.steps
    if (isDone) setMade({ of: experiment, text: fingerprint(computation.traces) })
  }
  return (
    <p className="fingerprint">
      Seed {experiment.seed}, fingerprint{' '}
      {made?.of === experiment ? (
        <output>{made.text}</output>
      ) : (
        <button type="button" className="link" onClick={make}>
          of this run
        </button>
      )}
      , the same in every browser and on the command line.
    </p>
  )
}
