import { useDeferredValue, useMemo } from 'react'
import type { Change, Run } from '../../engine/experiment/experiment.ts'
import type { Trace } from '../../engine/training/trace.ts'
import { Live } from '../drawing/Live.tsx'
import { useLabState } from '../lab/context.tsx'
import { type LabState, traceOf } from '../lab/lab.ts'
import { runName } from '../../engine/experiment/runName.ts'
import { changesOf, sentenceOf } from './flags.ts'
import { measures } from './measures.ts'
import { switchOf } from './switches.ts'
import './flagNotes.css'

/** The step of the flag that is spoken of: the one pointed at, or the last of these that the cursor has passed. */
const flagAt = ({ step }: LabState, pointed: number | undefined, changes: readonly Change[]) =>
  pointed ?? changes.findLast((change) => change.step <= step)?.step

/** What was switched at a flag, a sentence each. A switch does not wait for it. */
export function FlagWords({ pointed }: { pointed: number | undefined }) {
  const experiment = useDeferredValue(useLabState((state) => state.experiment))
  const flag = useDeferredValue(useLabState((state) => flagAt(state, pointed, state.experiment.changes)))
  if (experiment.changes.length === 0) return null
  return (
    <p className="caption flag-words" role="status">
      {experiment.changes
        .filter(({ step }) => step === flag)
        .map((change) => sentenceOf(experiment, change))
        .join(' ')}
    </p>
  )
}

interface NumbersProps {
  pointed: number | undefined
  /** Indices of the runs that have a column. */
  columns: readonly number[]
}

/** What came of it, in each column, measured on its run. A switch does not wait for it. */
export function FlagNumbers({ pointed, columns: next }: NumbersProps) {
  const experiment = useDeferredValue(useLabState((state) => state.experiment))
  const columns = useDeferredValue(next)
  if (experiment.changes.length === 0) return null
  return (
    <div className="panel-row flag-numbers">
      <span className="panel-caption" />
      {columns.map((run) => (
        <Numbers key={run} run={experiment.runs[run]} pointed={pointed} />
      ))}
    </div>
  )
}

/** Looked at again only when there is another flag, or more of the trace. */
const makeReader = (run: Run) => {
  let known: readonly unknown[] = []
  let text = ''
  let own: readonly Change[] = []
  return (state: LabState, trace: Trace, pointed: number | undefined): string => {
    const { experiment } = state
    if (experiment !== known[0]) own = changesOf(experiment, run)
    const flag = flagAt(state, pointed, own)
    const now = [experiment, trace, trace.length, flag]
    if (now.some((value, i) => value !== known[i])) text = numbersOf(experiment.steps, own, trace, flag)
    known = now
    return text
  }
}

function Numbers({ run, pointed }: { run: Run; pointed: number | undefined }) {
  const read = useMemo(() => makeReader(run), [run])
  return (
    <p className="caption">
      <span className="flag-whose">{runName(run)}: </span>
      <Live
        read={(state) => {
          const trace = traceOf(state, run.id)
          // Numbers of another experiment would be taken for those of this one.
          const isOfThis = state.computation?.experiment === state.experiment
          return trace && isOfThis ? read(state, trace, pointed) : ''
        }}
      />
    </p>
  )
}

const measureOf = ({ path }: Change) =>
  switchOf(path)?.measure ?? (path === 'weightDecay' ? 'weights' : 'loss')

/** What the flag's changes have done to a run until its next ones, each kind of measurement once. */
function numbersOf(steps: number, own: readonly Change[], trace: Trace, flag: number | undefined): string {
  const here = own.filter(({ step }) => step === flag)
  const until = own.find(({ step }) => flag !== undefined && step > flag)?.step ?? steps
  const kinds = new Map(here.map((change) => [measureOf(change), change]))
  return [...kinds]
    .map(([kind, change]) => measures[kind](trace, change, until))
    .filter(Boolean)
    .join('; ')
}
