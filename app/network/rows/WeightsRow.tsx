import { lazy, Suspense, useMemo } from 'react'
import { Pick } from '../../controls/Pick.tsx'
import { Formula } from '../../drawing/Formula.tsx'
import { useLabState } from '../../lab/context.tsx'
import { heatRow } from '../heatmap.ts'
import { PanelRow } from '../PanelRow.tsx'
import { useLook, weightShown } from '../looks.ts'
import { absence, quantities } from '../quantities.ts'
import { useExperiment } from '../useExperiment.ts'
import type { RowProps } from './index.ts'

/** Loaded when a weight is opened. */
const Anatomy = lazy(() => import('../anatomy/Anatomy.tsx').then(({ Anatomy }) => ({ default: Anatomy })))

/** What each optimizer keeps of every weight, a cell a weight. */
export function WeightsRow({ columns }: RowProps) {
  const [chosen, choose] = useLook('heat')
  const isOpen = useLabState((state) => weightShown(state) !== undefined)
  const quantity = quantities.find(({ id }) => id === chosen) ?? quantities[0]
  const heat = useMemo(() => heatRow(quantity), [quantity])
  const absent = useExperiment((experiment) =>
    columns.map((run) => absence(quantity, experiment, experiment.runs[run]) ?? '').join('|'),
  ).split('|')
  return (
    <>
      <PanelRow
        row={heat}
        columns={columns}
        title={
          <Pick
            label="shown of each weight"
            value={quantity.id}
            options={quantities.map(({ id, panel }) => ({ value: id, label: panel.title }))}
            onChange={(id) => choose(id === quantities[0].id ? undefined : id)}
          >
            <span className={`wash wash-${quantity.panel.wash}`}>
              <Formula tex={quantity.panel.forms[0].tex} />
            </span>
          </Pick>
        }
        caption="a cell a weight, a row a neuron"
        over={columns.map(
          (run, n) =>
            absent[n] && (
              <p key={run} className="panel-absence">
                {absent[n]}
              </p>
            ),
        )}
      />
      {isOpen && (
        <Suspense>
          <Anatomy columns={columns} />
        </Suspense>
      )}
    </>
  )
}
