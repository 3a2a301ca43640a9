import { useEffect, useMemo } from 'react'
import { datasetOf } from '../../../engine/datasets/index.ts'
import { networkOf } from '../../../engine/experiment/kinds.ts'
import { Pick } from '../../controls/Pick.tsx'
import { useLabState } from '../../lab/context.tsx'
import { useStage } from '../context.tsx'
import { useLook } from '../looks.ts'
import { PanelRow } from '../PanelRow.tsx'
import { series } from '../series/series.ts'
import { seriesRow } from '../series/seriesRow.ts'
import type { RowProps } from './index.ts'

/** The set that was chosen, where there is a plane for it. */
const seriesOf = (id: string | undefined, isPlanar: boolean) =>
  series.find((one) => one.id === id && (isPlanar || !one.isPlanar)) ?? series[0]

/** How far the outputs are from the targets, or something else of the runs, over the steps. */
export function DivergenceRow({ columns }: RowProps) {
  const isPlanar = useLabState(({ experiment }) => datasetOf(networkOf(experiment)).domain.length === 2)
  const [id, choose] = useLook('series')
  const offered = series.filter((one) => isPlanar || !one.isPlanar)
  const chosen = seriesOf(id, isPlanar)
  const row = useMemo(() => seriesRow(seriesOf(id, isPlanar)), [id, isPlanar])
  const { insides } = useStage()
  const isMeasured = chosen.isPlanar ?? false
  useEffect(() => (isMeasured ? insides.show(['roughness']) : undefined), [insides, isMeasured])
  return (
    <PanelRow
      row={row}
      columns={columns}
      title={
        <Pick
          label="followed over the steps"
          value={chosen.id}
          options={offered.map(({ id: value, title }) => ({ value, label: title }))}
          onChange={(next) => choose(next === series[0].id ? undefined : next)}
        />
      }
      caption={chosen.caption}
    />
  )
}
