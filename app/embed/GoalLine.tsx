import { useMemo } from 'react'
import { useStore } from 'zustand'
import { setting } from '../drawing/format.ts'
import { Numeral } from '../drawing/Numeral.tsx'
import type { Lab } from '../lab/lab.ts'
import { runName } from '../../engine/experiment/runName.ts'
import { type Goal, reached } from './goal.ts'

/** What is to be done, and who has done it: a page without a script can set an exercise too. */
export function GoalLine({ lab, goal }: { lab: Lab; goal: Goal }) {
  const revision = useStore(lab, (state) => state.revision)
  const experiment = useStore(lab, (state) => state.experiment)
  // Traces grow in place: their revision says when.
  const found = useMemo(
    () => (revision >= 0 && experiment ? reached(lab.getState(), goal) : undefined),
    [lab, goal, revision, experiment],
  )
  const run = experiment.runs.find(({ id }) => id === found?.run)
  return (
    <p className="embed-goal caption" role="status">
      <strong>To do:</strong>{' '}
      {goal.kind === 'loss' ? (
        <>
          a loss of at most <Numeral of={setting(goal.atMost)} /> within {goal.within} steps
        </>
      ) : (
        'a run that diverges'
      )}
      {run && found && (
        <strong>
          {' '}
          · done by {runName(run)} at step {found.step}
        </strong>
      )}
    </p>
  )
}
