import { useLabState } from '../../lab/context.tsx'
import { PanelRow } from '../PanelRow.tsx'
import { It } from '../Symbol.tsx'
import { sharedAt } from '../tricks.ts'
import { batchNorm } from '../violins.ts'
import type { RowProps } from './index.ts'

/** The batch before and after normalization, a violin a neuron. */
export function NormRow({ columns }: RowProps) {
  const hasNorm = useLabState(
    (state) => (sharedAt(state.experiment, 'problem.batchNorm', state.step) as { on: boolean }).on,
  )
  return (
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
  )
}
