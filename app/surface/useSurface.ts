import { surfaceOf } from '../../engine/experiment/kinds.ts'
import { useMemo } from 'react'
import { type PosedSurface, poseSurface } from '../../engine/training/surfaceObjective.ts'
import { useLabState } from '../lab/context.tsx'

/** The surface as the experiment poses it. */
export function useSurface(): PosedSurface {
  const problem = useLabState((state) => surfaceOf(state.experiment))
  return useMemo(() => poseSurface(problem), [problem])
}
