import equations from 'virtual:formulas/equations'
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { networkOf } from '../../../engine/experiment/kinds.ts'
import { IconButton } from '../../controls/IconButton.tsx'
import { Toggle } from '../../controls/Toggle.tsx'
import { addFormulas } from '../../drawing/Formula.tsx'
import { stylesOf } from '../../drawing/palette.ts'
import { EquationSheet } from '../../surface/EquationSheet.tsx'
import { useLab, useLabState } from '../../lab/context.tsx'
import type { LabState } from '../../lab/lab.ts'
import { weightPanels } from './weightPanels.ts'
import { TimePanels } from '../../time/TimePanels.tsx'
import { useStage } from '../context.tsx'
import { weightShown, chooseLook } from '../looks.ts'
import { shapeOf } from '../scenery.ts'
import { weightAt, weightName, weightWords } from '../weights.ts'
import { changesOf, isFrozen, leaveAlone } from './edits.ts'
import { createSeries } from './series.ts'
import { WeightControls } from './WeightControls.tsx'
import './anatomy.css'

addFormulas(equations)

/** Px that a column of panels takes. */
const HEIGHT = 376
const coordinates = ['w']
const [left, right] = weightPanels
const all = [...left, ...right]

interface Props {
  columns: readonly number[]
}

/** One parameter over the steps in every column's run, in the panels of the surface; it can be set and frozen. */
export function Anatomy({ columns }: Props) {
  const index = useLabState(weightShown)
  const experiment = useLabState((state) => state.experiment)
  const hidden = useLabState((state) => state.hidden)
  const problem = networkOf(experiment)
  const shape = shapeOf(problem)
  if (index === undefined) return null
  const weight = weightAt(problem, shape, index)
  // A link may name a weight that this network does not have.
  if (!weight) return null
  // The same index is another weight in a network of another shape.
  const alike = [...experiment.runs.entries()].flatMap(([run, { id, problem: own }]) =>
    own.hidden || hidden.includes(id) ? [] : [run],
  )
  const name = weightName(weight)
  return (
    <Sheet
      key={index}
      index={index}
      name={name}
      words={weightWords(weight, shape.inputs)}
      columns={columns}
      alike={alike}
    />
  )
}

interface SheetProps extends Props {
  index: number
  name: string
  words: string
  /** The runs that are not hidden and whose networks have the shape that all share; on a phone one of them has a column. */
  alike: readonly number[]
}

function Sheet({ index, name, words, columns, alike }: SheetProps) {
  const lab = useLab()
  const { insides, isNarrow } = useStage()
  const [series] = useState(() => createSeries(lab, insides))
  const [isForAll, setForAll] = useState(false)
  const element = useRef<HTMLElement>(null)
  const id = useId()
  const { runs } = useLabState((state) => state.experiment)
  const isInFocus = useLabState(({ focus }) => alike.some((run) => runs[run].id === focus))
  const isTouched = useLabState((state) => changesOf(state.experiment, index).length > 0)
  const styles = stylesOf(runs)
  const close = () => chooseLook(lab, 'weight', undefined)

  // Before those that show what it brings begin to look.
  useLayoutEffect(
    () => series.follow(index, alike),
    // oxlint-disable-next-line react/exhaustive-deps -- a list of the same runs is the same
    [series, index, alike.join()],
  )
  useEffect(() => {
    element.current?.scrollIntoView({ block: 'nearest' })
    const onKey = (event: KeyboardEvent) => {
      const { target } = event
      const isElsewhere = target instanceof Element && target.closest('dialog, [popover], input, select')
      if (event.key === 'Escape' && !event.defaultPrevented && !isElsewhere) close()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
    // oxlint-disable-next-line react/exhaustive-deps -- once, when it opens
  }, [])

  /** The panels' state: traces of this one parameter, of the runs that have it. */
  const see = useMemo(() => {
    const others = runs.filter((_, run) => !alike.includes(run)).map((run) => run.id)
    return (state: LabState): LabState => ({
      ...state,
      computation: series.get(),
      revision: series.revision(),
      hidden: others,
    })
    // oxlint-disable-next-line react/exhaustive-deps -- a list of the same runs is the same
  }, [series, runs, alike.join()])
  const ghosts = useMemo(
    () => alike.filter((run) => !columns.includes(run)).map((run) => runs[run].id),
    // oxlint-disable-next-line react/exhaustive-deps -- lists of the same runs are the same
    [runs, alike.join(), columns.join()],
  )

  const note = ({ experiment, focus, step }: LabState) =>
    step > 0 && isFrozen(experiment, focus, index, step - 1)
      ? '; frozen: what the rule adds is taken back'
      : ''

  const panels = isNarrow ? [all] : [left, right]
  return (
    <section ref={element} className="anatomy" aria-labelledby={id}>
      <div className="anatomy-head">
        <h2 id={id}>{name}</h2>
        <span className="caption">{words}</span>
        {alike.length > 1 && (
          <Toggle checked={isForAll} onChange={setForAll}>
            set all runs alike
          </Toggle>
        )}
        {isTouched && (
          <button type="button" className="link" onClick={() => lab.edit(leaveAlone(index))}>
            Leave it alone again
          </button>
        )}
        <IconButton icon="close" label={`Close ${name}`} shortcut="Escape" onPress={close} />
      </div>
      <div className="panel-row">
        <p className="panel-caption caption">at the cursor</p>
        {columns.map((run) =>
          alike.includes(run) ? (
            <WeightControls
              key={runs[run].id}
              run={run}
              index={index}
              name={name}
              style={styles[run]}
              series={series}
              isForAll={isForAll}
            />
          ) : (
            <p key={run} className="caption">
              a network of another shape
            </p>
          ),
        )}
      </div>
      <div className="anatomy-panels">
        {panels.map((list) => (
          <TimePanels
            key={list[0].id}
            panels={list}
            coordinates={coordinates}
            height={isNarrow ? 2 * HEIGHT : HEIGHT}
            see={see}
            ghosts={ghosts}
            isBare
          />
        ))}
      </div>
      {isInFocus && (
        <div className="anatomy-equation" data-key="equation" tabIndex={-1}>
          <EquationSheet coordinates={coordinates} see={see} note={note} />
        </div>
      )}
    </section>
  )
}
