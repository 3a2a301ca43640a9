import { useMemo } from 'react'
import { PanelRow } from '../PanelRow.tsx'
import { It } from '../Symbol.tsx'
import { isNorming, useNotYet } from '../useNotYet.tsx'
import { inferenceRow } from './inference.ts'
import { InferenceTold } from './InferenceTold.tsx'
import { SheetTitle } from './SheetTitle.tsx'

interface Props {
  columns: readonly number[]
  layer: number
  /** The neuron that is looked at elsewhere, if any. */
  marked: number | undefined
  onClose: () => void
}

/** What the network is worth at test time, by whose statistics it is normalized with. */
export function InferenceSheet({ columns, layer, marked, onClose }: Props) {
  const absent = useNotYet(columns, isNorming)
  const row = useMemo(() => inferenceRow(layer, marked), [layer, marked])
  return (
    <PanelRow
      row={row}
      columns={columns}
      title={<SheetTitle words="At inference" onClose={onClose} />}
      caption={
        <>
          <It>μ</It> and <It>σ</It> of each neuron, then loss and accuracy
          <span className="sheet-note">
            ◆ mean of all <It>μ</It>
            <sub>B</sub>, and of <It>σ</It>²<sub>B</sub> <It>B</It>/(<It>B</It>−1)
          </span>
        </>
      }
      over={columns.map((run, n) => absent[n] ?? <InferenceTold key={run} run={run} />)}
    />
  )
}
