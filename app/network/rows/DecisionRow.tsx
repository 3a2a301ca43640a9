import { datasetOf } from '../../../engine/datasets/index.ts'
import type { Task } from '../../../engine/dataset.ts'
import { networkOf } from '../../../engine/experiment/kinds.ts'
import { useLabState } from '../../lab/context.tsx'
import { confusion } from '../confusion.ts'
import { decision } from '../decision.ts'
import { HealthNote } from '../health/HealthNote.tsx'
import { PanelRow } from '../PanelRow.tsx'
import { It } from '../Symbol.tsx'
import type { RowProps } from './index.ts'

/** Of data that have no plane. */
const wordsOf = (task: Task) =>
  task === 'regression'
    ? 'held-out rows: predicted (up) against true (right)'
    : 'held-out rows: the true class (row) is taken for which (column)'

/** What each network makes of the plane, with the points that it learns from. */
export function DecisionRow({ columns }: RowProps) {
  const experiment = useLabState((state) => state.experiment)
  const { task, inputs } = datasetOf(networkOf(experiment))
  const isPlanar = inputs.length <= 2
  return (
    <PanelRow
      row={isPlanar ? decision : confusion}
      columns={columns}
      title={task === 'regression' ? 'Fit' : 'Decision'}
      caption={
        !isPlanar ? (
          wordsOf(task)
        ) : task === 'two classes' ? (
          <>
            ● ○ training points; line where <It>y</It> = ½
          </>
        ) : (
          'training points; held-out ones small'
        )
      }
      over={columns.map((run) => (
        <HealthNote key={experiment.runs[run].id} run={experiment.runs[run]} />
      ))}
    />
  )
}
