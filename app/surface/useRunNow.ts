import { useMemo } from 'react'
import { applyChange } from '../../engine/experiment/applyChange.ts'
import type { Change, Run } from '../../engine/experiment/experiment.ts'
import { useLabState } from '../lab/context.tsx'
import { latest } from '../map/latest.ts'

/**
 * What `pick` takes of a run with the settings that the update after the cursor is made with, all of it if left out.
 * Renders when that is another.
 */
export function useRunNow<T = Run>(run: Run, pick: (now: Run) => T = (now) => now as T): T {
  const after = useMemo(
    () =>
      latest((changes: readonly Change[], passed: number) =>
        changes.slice(0, passed).reduce(applyChange, run),
      ),
    [run],
  )
  return useLabState(({ experiment: { changes }, step }) =>
    pick(after(changes, changes.filter((change) => change.step <= step).length)),
  )
}
