import { datasetOf } from '../../../engine/datasets/index.ts'
import { networkOf } from '../../../engine/experiment/kinds.ts'
import { useLabState } from '../../lab/context.tsx'
import { decision } from '../decision.ts'
import { DivergedCell } from '../DivergedCell.tsx'
import { PanelRow } from '../PanelRow.tsx'
import { It } from '../Symbol.tsx'
import type { RowProps } from './index.ts'

/** What each network makes of the plane, with the points that it learns from. */
export function DecisionRow({ columns }: RowProps) {
  const experiment = useLabState((state) => state.experiment)
  const { task } = datasetOf(networkOf(experiment))
  return (
    <PanelRow
      row={decision}
      columns={columns}
      title={task === 'regression' ? 'Fit' : 'Decision'}
      caption={
        task === 'two classes' ? (
          <>
            ● ○ training points; line where <It>y</It> = ½
          </>
        ) : (
          'training points; held-out ones small'
        )
      }
      over={columns.map((run) => (
        <DivergedCell key={run} run={experiment.runs[run]} />
      ))}
    />
  )
}
