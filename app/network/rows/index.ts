import type { ComponentType } from 'react'
import { DecisionRow } from './DecisionRow.tsx'
import { DiagramRow } from './DiagramRow.tsx'
import { DivergenceRow } from './DivergenceRow.tsx'
import { DropoutRow } from './DropoutRow.tsx'
import { NormRow } from './NormRow.tsx'
import { WeightsRow } from './WeightsRow.tsx'

export interface RowProps {
  /** Indices of the runs that have a column. */
  columns: readonly number[]
}

/** The rows of the Network view, from the map down to the divergence. */
export const rows: Readonly<Record<string, ComponentType<RowProps>>> = {
  decision: DecisionRow,
  network: DiagramRow,
  dropout: DropoutRow,
  norm: NormRow,
  weights: WeightsRow,
  divergence: DivergenceRow,
}
