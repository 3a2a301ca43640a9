import { useMemo } from 'react'
import { applyChange } from '../../engine/experiment/applyChange.ts'
import type { Run } from '../../engine/experiment/experiment.ts'
import { useLabState } from '../lab/context.tsx'

/** A run with the settings that the update after the cursor is made with. Renders when the cursor passes a change. */
export function useRunNow(run: Run): Run {
  const changes = useLabState(({ experiment }) => experiment.changes)
  const passed = useLabState(({ step }) => changes.filter((change) => change.step <= step).length)
  return useMemo(() => changes.slice(0, passed).reduce(applyChange, run), [changes, passed, run])
}
