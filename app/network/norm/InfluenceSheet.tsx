import { useEffect, useMemo, useState } from 'react'
import { networkOf } from '../../../engine/experiment/kinds.ts'
import { Scrub } from '../../controls/Scrub.tsx'
import { useLab, useLabState } from '../../lab/context.tsx'
import { useStage } from '../context.tsx'
import { createHeld } from '../held.ts'
import { PanelRow } from '../PanelRow.tsx'
import { It } from '../Symbol.tsx'
import { tricksAt } from '../tricks.ts'
import { isNorming, useNotYet } from '../useNotYet.tsx'
import { influenceRow } from './influence.ts'
import { SheetTitle } from './SheetTitle.tsx'
import { StripHandle } from './StripHandle.tsx'
import { focusIn } from './terms.ts'
import type { Moved } from './whatIf.ts'

interface Props {
  columns: readonly number[]
  layer: number
  /** The neuron that is looked at. */
  unit: number
  onUnit: (unit: number) => void
  onClose: () => void
}

/** One example of the batch in one neuron: the ways in which the divergence answers to it, and all others with it. */
export function InfluenceSheet({ columns, layer, unit: chosen, onUnit, onClose }: Props) {
  const lab = useLab()
  const { insides, example } = useStage()
  const [moved] = useState(() => createHeld<Moved | undefined>(lab, undefined))
  const units = useLabState(({ experiment }) =>
    Math.max(
      1,
      ...experiment.runs.map(({ problem }) => (problem.hidden ?? networkOf(experiment).hidden)[layer] ?? 0),
    ),
  )
  const unit = Math.min(chosen, units - 1)
  const count = useLabState(() => insides.of(columns[0])?.influence?.z.length ?? 1)
  const focus = useLabState(() => focusIn(example.get(), count))
  const isStopped = useLabState(({ experiment, step }) =>
    columns.some((run) => tricksAt(experiment, experiment.runs[run], step).batchNorm.stopGradient),
  )
  const absent = useNotYet(columns, isNorming)
  const row = useMemo(() => influenceRow(layer, unit, moved), [layer, unit, moved])

  useEffect(() => {
    insides.wish({ unit: { layer, unit } })
  }, [insides, layer, unit])
  useEffect(() => {
    example.set(0)
    return () => example.set(undefined)
  }, [example])

  return (
    <PanelRow
      row={row}
      columns={columns}
      title={<SheetTitle words="Influence" onClose={onClose} />}
      caption={
        <>
          of example{' '}
          <Scrub
            label="example of the batch"
            value={focus + 1}
            min={1}
            max={count}
            scale="integer"
            onChange={(value) => example.set(value - 1)}
          />{' '}
          of {count} in neuron{' '}
          <Scrub
            label="neuron"
            value={unit + 1}
            min={1}
            max={units}
            scale="integer"
            onChange={(value) => onUnit(value - 1)}
          />
          <span className="sheet-note">
            Three ways lead from Div back to <It>z</It>: straight, and through <It>σ</It>² and <It>μ</It>,
            which it shares with all others.
          </span>
          <span className="sheet-note">
            {isStopped ? (
              <>
                Here <It>μ</It> and <It>σ</It> are taken as constants: only the straight way counts, and{' '}
                <It>b</It> drifts.
              </>
            ) : (
              <>
                All together they are 0: <It>μ</It> takes <It>b</It> away again, so <It>b</It> gets no
                gradient.
              </>
            )}
          </span>
          <span className="sheet-note">
            Drag a <It>z</It>: every <It>u</It> moves. Let go and it returns; the runs are not touched.
          </span>
        </>
      }
      over={columns.map((run, n) => absent[n] ?? <StripHandle key={run} run={run} moved={moved} />)}
    />
  )
}
