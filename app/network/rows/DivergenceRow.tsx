import { useState } from 'react'
import { makeDivergence } from '../divergence.ts'
import { PanelRow } from '../PanelRow.tsx'
import type { RowProps } from './index.ts'

/** How far the outputs are from the targets, over the steps. */
export function DivergenceRow({ columns }: RowProps) {
  const [divergence] = useState(makeDivergence)
  return (
    <PanelRow
      row={divergence}
      columns={columns}
      title="Divergence"
      caption="thick validation, thin training"
    />
  )
}
