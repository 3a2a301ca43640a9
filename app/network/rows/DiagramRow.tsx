import { network } from '../diagram.ts'
import { PanelRow } from '../PanelRow.tsx'
import { It } from '../Symbol.tsx'
import type { RowProps } from './index.ts'

/** Neurons as small maps of their own output, edges by weight. */
export const DiagramRow = ({ columns }: RowProps) => (
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
)
