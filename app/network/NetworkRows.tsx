import { useEffect, useMemo, useState } from 'react'
import { datasets } from '../../engine/datasets/index.ts'
import { networkOf } from '../../engine/experiment/kinds.ts'
import { Pick } from '../controls/Pick.tsx'
import { Formula } from '../drawing/Formula.tsx'
import { useLabState } from '../lab/context.tsx'
import { useStage } from './context.tsx'
import { decision } from './decision.ts'
import { network } from './diagram.ts'
import { DivergedCell } from './DivergedCell.tsx'
import { makeDivergence } from './divergence.ts'
import { gridOf } from './frame.ts'
import { heatRow } from './heatmap.ts'
import { PanelRow } from './PanelRow.tsx'
import { absence, quantities } from './quantities.ts'
import { sceneryKey, sceneryOf } from './scenery.ts'
import { batchNorm } from './violins.ts'
import { sharedAt } from './tricks.ts'

const It = ({ children }: { children: string }) => <i className="symbol">{children}</i>

/** Pixels of a neuron's map across: small where many units make small squares. */
const neuronGrid = (units: number) => (units > 9 ? 14 : 22)

/** The rows from the map down to the divergence. */
export function NetworkRows({ columns }: { columns: readonly number[] }) {
  const { insides } = useStage()
  const experiment = useLabState((state) => state.experiment)
  const hasNorm = useLabState(
    (state) => (sharedAt(state.experiment, 'problem.batchNorm', state.step) as { on: boolean }).on,
  )
  const [quantity, setQuantity] = useState(quantities[0])
  const heat = useMemo(() => heatRow(quantity), [quantity])
  const [divergence] = useState(makeDivergence)
  const problem = networkOf(experiment)
  const key = sceneryKey(problem, experiment.seed)
  // oxlint-disable-next-line react/exhaustive-deps -- `key` is what the data depend on
  const domain = useMemo(() => sceneryOf(problem, experiment.seed).domain, [key])

  const widest = Math.max(0, ...experiment.runs.flatMap((run) => run.problem.hidden ?? problem.hidden))

  useEffect(() => {
    insides.wish({ runs: columns, map: gridOf(domain), neuron: neuronGrid(widest) })
    // oxlint-disable-next-line react/exhaustive-deps -- a list of the same columns is the same
  }, [insides, domain, widest, columns.join()])

  const { task } = datasets[problem.data.kind]
  const hasTwo = task === 'two classes'
  return (
    <>
      <PanelRow
        row={decision}
        columns={columns}
        title={task === 'regression' ? 'Fit' : 'Decision'}
        caption={
          hasTwo ? (
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
      <PanelRow
        row={network}
        columns={columns}
        title="Network"
        caption={
          <>
            edge width |<It>w</It>|; crossed neurons are dropped for the batch’s first example
          </>
        }
      />
      <PanelRow
        row={batchNorm}
        columns={columns}
        title={hasNorm ? 'BatchNorm' : 'Layer 1'}
        caption={
          hasNorm ? (
            <>
              layer 1: left <It>z</It>, right <It>u</It>, outline <It>γu</It>+<It>β</It>; bars <It>μ</It>
              <sub>B</sub>, <It>σ</It>
              <sub>B</sub>; ▷ running <It>μ</It>
            </>
          ) : (
            <>
              <It>z</It> of each neuron over the batch, with mean and deviation
            </>
          )
        }
      />
      <PanelRow
        row={heat}
        columns={columns}
        title={
          <Pick
            label="shown of each weight"
            value={quantity.id}
            options={quantities.map(({ id, panel }) => ({ value: id, label: panel.title }))}
            onChange={(id) => setQuantity(quantities.find((one) => one.id === id) ?? quantities[0])}
          >
            <span className={`wash wash-${quantity.panel.wash}`}>
              <Formula tex={quantity.panel.forms[0].tex} />
            </span>
          </Pick>
        }
        caption="a cell a weight, a row a neuron"
        over={columns.map((run) => {
          const text = absence(quantity, experiment, experiment.runs[run])
          return (
            text && (
              <p key={run} className="panel-absence">
                {text}
              </p>
            )
          )
        })}
      />
      <PanelRow
        row={divergence}
        columns={columns}
        title="Divergence"
        caption="thick validation, thin training"
      />
    </>
  )
}
