import { useLayoutEffect, useMemo, useRef } from 'react'
import type { Run } from '../../engine/experiment/experiment.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import { requestText } from '../drawing/frame.ts'
import { Live } from '../drawing/Live.tsx'
import { stylesOf } from '../drawing/palette.ts'
import { useWatch } from '../drawing/useWatch.ts'
import { useLab, useLabState } from '../lab/context.tsx'
import { type LabState, traceOf } from '../lab/lab.ts'
import { type Column, columnsOf } from './equationColumns.ts'
import { EquationLine, fillNumbers } from './EquationLine.tsx'
import { momentOf } from './moment.ts'
import { runName } from '../../engine/experiment/runName.ts'
import { settingsAt } from './settings.ts'
import './surface.css'

/** The step that the sheet shows: the cursor's, or the last one of a run that has stopped. */
const stepOf = (state: LabState, id: string) => {
  const trace = traceOf(state, id)
  return trace ? Math.min(state.step, trace.length - 1) : state.step
}

interface Props {
  /** The parameters that have a row of numbers, as TeX. */
  coordinates?: readonly string[]
  /** The state as the sheet sees it, where it reads other traces than its own. */
  see?: (state: LabState) => LabState
  /** What else is to be said of the step of the run in focus. */
  note?: (state: LabState) => string
}

const itself = (state: LabState) => state
const nothing = () => ''
const two = ['w_1', 'w_2']

/** The focused run's rule: its symbols, and under them the numbers of the step. */
export function EquationSheet({ coordinates = two, see = itself, note = nothing }: Props) {
  const runs = useLabState(({ experiment }) => experiment.runs)
  const changes = useLabState(({ experiment }) => experiment.changes)
  const focus = useLabState((state) => state.focus)
  const index = runs.findIndex(({ id }) => id === focus)
  // How many changes have come to bear: another rule may be in force after one.
  const passed = useLabState(
    (state) => state.experiment.changes.filter(({ step }) => step < state.step).length,
  )
  const run = runs[index]
  if (!run) return null
  const settings = settingsAt({ changes }, run, passed === 0 ? 0 : changes[passed - 1].step + 1)
  const { colour } = stylesOf(runs)[index]
  return <Sheet key={focus} {...{ run, settings, colour, coordinates, see, note }} />
}

/** Type shrinks to fit down to this size; what is still too wide is scrolled. */
const LEAST_PX = 11.2
const USUAL_PX = 14

function fit(sheet: HTMLElement): void {
  sheet.dataset.scrolls = 'false'
  sheet.style.fontSize = `${USUAL_PX}px`
  const size = (USUAL_PX * sheet.clientWidth) / sheet.scrollWidth
  if (size < USUAL_PX) sheet.style.fontSize = `${Math.max(LEAST_PX, Math.floor(10 * size) / 10)}px`
  sheet.dataset.scrolls = String(sheet.scrollWidth > sheet.clientWidth + 1)
}

interface SheetProps extends Required<Props> {
  run: Run
  /** The run as the step is made with it. */
  settings: Run
  colour: string
}

function Sheet({ run, settings, colour, coordinates, see, note }: SheetProps) {
  const lab = useLab()
  const shown = useLabState((state) => state.hovered ?? state.pinned)
  const element = useRef<HTMLDivElement>(null)
  const lines = useMemo(
    () => optimizers[settings.optimizer].equation(settings.hyperparameters as never).map(columnsOf),
    [settings],
  )
  const isLong = lines.length > 2

  useLayoutEffect(() => {
    const sheet = element.current
    if (!sheet) return
    const observer = new ResizeObserver(() => fit(sheet))
    observer.observe(sheet)
    fit(sheet)
    return () => observer.disconnect()
    // Other lines are other widths; measuring after every render would lay the page out in every frame of a drag.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies, react/exhaustive-deps
  }, [lines])

  useWatch(
    (state) => {
      const { step, revision, computation } = see(state)
      return [step, revision, computation]
    },
    (now) => {
      const state = see(now)
      const trace = traceOf(state, run.id)
      if (!element.current) return
      const k = stepOf(now, run.id)
      // The rows are of the experiment that was computed, which may lag behind the one that is being dragged.
      const computed = state.computation?.experiment
      const own = computed?.runs.find(({ id }) => id === run.id)
      const isThere = trace && k > 0 && k < trace.length
      const moment = computed && own && isThere ? momentOf(computed, own, trace, k) : undefined
      element.current.dataset.empty = String(moment === undefined)
      fillNumbers(element.current, lines, moment)
    },
    requestText,
  )

  return (
    <section className="equation" aria-label={`Update of ${runName(run)}`}>
      <h2>
        <b style={{ color: colour }}>{runName(run)}</b> at step{' '}
        <Live read={(state) => String(stepOf(state, run.id))} />
        <Live className="remark" read={(state) => remark(state, run.id) + note(state)} />
      </h2>
      <div
        ref={element}
        className={isLong ? 'lines long' : 'lines'}
        data-shown={shown}
        onPointerLeave={() => lab.setState({ hovered: undefined })}
      >
        {lines.map((columns: Column[], n) => (
          // The lines of a rule do not move.
          // oxlint-disable-next-line react/no-array-index-key
          <EquationLine key={n} line={n} {...{ columns, coordinates }} isLast={n === lines.length - 1} />
        ))}
      </div>
    </section>
  )
}

function remark(state: LabState, id: string): string {
  if (state.step === 0) return '; its first update is at step 1'
  const stopped = traceOf(state, id)?.stopped
  return stopped !== undefined && state.step >= stopped ? '; after it the numbers overflow' : ''
}
