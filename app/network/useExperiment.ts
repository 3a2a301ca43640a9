import { useRef } from 'react'
import type { Experiment } from '../../engine/experiment/experiment.ts'
import { useLabState } from '../lab/context.tsx'

/**
 * What React renders of the experiment, looked at only when that is another: text or a number where it can be, so that an
 * edit renders what has changed by it.
 */
export function useExperiment<T>(select: (experiment: Experiment) => T): T {
  const known = useRef<{ select: typeof select; experiment: Experiment; value: T }>(undefined)
  return useLabState(({ experiment }) => {
    if (known.current?.experiment !== experiment || known.current.select !== select)
      known.current = { select, experiment, value: select(experiment) }
    return known.current.value
  })
}
