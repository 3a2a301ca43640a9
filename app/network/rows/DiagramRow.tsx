import { Pick } from '../../controls/Pick.tsx'
import { useLabState } from '../../lab/context.tsx'
import { network } from '../diagram.ts'
import { useLook } from '../looks.ts'
import { PanelRow } from '../PanelRow.tsx'
import { SwitchOn } from '../SwitchOn.tsx'
import { It } from '../Symbol.tsx'
import { tricksAt } from '../tricks.ts'
import type { RowProps } from './index.ts'

const masks = [
  { value: 'first', label: 'the first example' },
  { value: 'share', label: 'the whole batch' },
]

/** Neurons as small maps of their own output, edges by weight. */
export function DiagramRow({ columns }: RowProps) {
  const [mask = 'first', choose] = useLook('masks')
  const isDropping = useLabState(({ experiment, step }) =>
    experiment.runs.some((run) => {
      const { inputs, hidden } = tricksAt(experiment, run, step).dropout
      return inputs < 1 || hidden < 1
    }),
  )
  return (
    <PanelRow
      row={network}
      columns={columns}
      title="Network"
      caption={
        <>
          edge width |<It>w</It>|
          {!isDropping && <SwitchOn path="problem.dropout">; no unit is dropped:</SwitchOn>}
          {isDropping && (
            <>
              ;{' '}
              {mask === 'share'
                ? 'neurons are covered as far as they are dropped in'
                : 'crossed neurons are dropped for'}{' '}
              <Pick
                label="units dropped"
                value={mask}
                options={masks}
                onChange={(value) => choose(value === 'first' ? undefined : value)}
              />
            </>
          )}
        </>
      }
    />
  )
}
