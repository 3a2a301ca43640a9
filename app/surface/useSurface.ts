import type { SurfaceProblem } from '../../engine/experiment/experiment.ts'
import { surfaceOf } from '../../engine/experiment/kinds.ts'
import { useMemo } from 'react'
import { type PosedSurface, poseSurface } from '../../engine/training/surfaceObjective.ts'
import { useLabState } from '../lab/context.tsx'

/** What a component renders from the surface's problem. */
export const useProblem = <T>(select: (problem: SurfaceProblem) => T): T =>
  useLabState(({ experiment }) => select(surfaceOf(experiment)))

/** The surface as the experiment poses it; the same one wherever the start is. */
export function useSurface(): PosedSurface {
  const surface = useProblem((problem) => problem.surface)
  const parameters = useProblem((problem) => problem.parameters)
  const rotation = useProblem((problem) => problem.rotation)
  return useMemo(() => poseSurface({ surface, parameters, rotation }), [surface, parameters, rotation])
}
