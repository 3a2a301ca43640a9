import { useEffect, useMemo, useRef } from 'react'
import { datasetOf } from '../../../engine/datasets/index.ts'
import type { Task } from '../../../engine/dataset.ts'
import { networkOf } from '../../../engine/experiment/kinds.ts'
import { useSize } from '../../drawing/useSize.ts'
import { useWatch } from '../../drawing/useWatch.ts'
import { useLab, useLabState } from '../../lab/context.tsx'
import { useStage } from '../context.tsx'
import { confusion } from '../confusion.ts'
import { decision } from '../decision.ts'
import { gridOf, widen } from '../frame.ts'
import { HealthNote } from '../health/HealthNote.tsx'
import { chooseLook, unitShown, useLook } from '../looks.ts'
import { DrawSheet } from '../own/DrawSheet.tsx'
import { PanelRow } from '../PanelRow.tsx'
import { type Scenery, sceneryKey, sceneryOf } from '../scenery.ts'
import { It } from '../Symbol.tsx'
import type { RowProps } from './index.ts'
import './decision.css'

/** Whose map stands in place of the decision, and how to bring that back: here, by Esc, or by the neuron once more. */
function NeuronCaption() {
  const lab = useLab()
  const [neuron] = useLook('neuron')
  const [layer, unit] = (neuron ?? '').split('-').map((n) => Number(n) + 1)
  useEffect(() => {
    const onKey = ({ key, defaultPrevented, target }: KeyboardEvent) => {
      const isElsewhere = target instanceof Element && target.closest('dialog, [popover], input, select')
      if (key === 'Escape' && !defaultPrevented && !isElsewhere) chooseLook(lab, 'neuron', undefined)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [lab])
  return (
    <>
      its output <It>y</It> over the plane, layer {layer}, unit {unit}{' '}
      <button type="button" className="link" onClick={() => chooseLook(lab, 'neuron', undefined)}>
        show the decision
      </button>
    </>
  )
}

/**
 * The room of a map. The maps fill their columns: what they show of the plane depends on how wide these are. It comes anew
 * with the column that it is in.
 */
function Room({ domain }: Pick<Scenery, 'domain'>) {
  const { insides } = useStage()
  const room = useRef<HTMLSpanElement>(null)
  const size = useSize(room)
  useEffect(() => {
    if (!size) return
    const wide = widen(domain, size)
    insides.wish({ map: gridOf(wide), domain: wide })
  }, [insides, domain, size])
  return <span ref={room} className="decision-room" />
}

/** Of data that have no plane. */
const wordsOf = (task: Task) =>
  task === 'regression'
    ? 'held-out rows: predicted (up) against true (right)'
    : 'held-out rows: the true class (row) is taken for which (column)'

/** What each network makes of the plane, with the points that it learns from. */
export function DecisionRow({ columns }: RowProps) {
  const { insides, pointed } = useStage()
  const problem = useLabState(({ experiment }) => networkOf(experiment))
  const seed = useLabState(({ experiment }) => experiment.seed)
  const runs = useLabState(({ experiment }) => experiment.runs)
  const { task, inputs } = datasetOf(problem)
  const isPlanar = inputs.length <= 2
  const [neuron] = useLook('neuron')
  const [map, chooseMap] = useLook('map')
  const key = sceneryKey(problem, seed)
  // oxlint-disable-next-line react/exhaustive-deps -- `key` is what the data depend on
  const domain = useMemo(() => sceneryOf(problem, seed).domain, [key])

  useWatch(
    (state) => [state.show.neuron, pointed.get()],
    (state) => {
      const unit = unitShown(state, pointed.get())
      insides.wish({ plane: unit && { layer: unit.layer, unit: unit.unit } })
    },
  )

  const isRegression = task === 'regression'
  const words =
    task === 'two classes' && map === undefined ? (
      <>
        ● ○ training points; line where <It>y</It> = ½
      </>
    ) : (
      'training points; held-out ones small'
    )
  return (
    <PanelRow
      row={isPlanar ? decision : confusion}
      columns={columns}
      title={neuron !== undefined ? 'Neuron' : isRegression ? 'Fit' : 'Decision'}
      caption={
        !isPlanar ? (
          wordsOf(task)
        ) : neuron !== undefined ? (
          <NeuronCaption />
        ) : (
          <>
            {words}{' '}
            {!isRegression && domain.length === 2 && (
              <button
                type="button"
                className="link"
                aria-pressed={map === 'classes'}
                onClick={() => chooseMap(map === 'classes' ? undefined : 'classes')}
              >
                {map === 'classes' ? 'with shades' : 'classes only'}
              </button>
            )}
          </>
        )
      }
      over={columns.map((run, n) => (
        <div key={runs[run].id}>
          {n === 0 && <Room domain={domain} />}
          <HealthNote run={runs[run]} />
          <DrawSheet />
        </div>
      ))}
    />
  )
}
