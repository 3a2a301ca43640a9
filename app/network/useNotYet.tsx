import type { ReactNode } from 'react'
import type { NetworkProblem } from '../../engine/experiment/experiment.ts'
import { useLabState } from '../lab/context.tsx'
import { notYet } from './tricks.ts'

/** For each column, what stands in the place of a panel while no update has been made with a trick that is on. */
export function useNotYet(
  columns: readonly number[],
  uses: (problem: NetworkProblem) => boolean,
): ReactNode[] {
  const words = useLabState(({ experiment, step }) =>
    columns.map((run) => notYet(experiment, experiment.runs[run], step, uses) ?? '').join('|'),
  ).split('|')
  return columns.map((run, n) =>
    words[n] ? (
      <p key={run} className="panel-absence">
        {words[n]}
      </p>
    ) : undefined,
  )
}

export const isNorming = ({ batchNorm }: NetworkProblem): boolean => batchNorm.on
export const isDropping = ({ dropout }: NetworkProblem): boolean => dropout.inputs < 1 || dropout.hidden < 1
