import type { ReactNode } from 'react'
import { datasetOf } from '../../../engine/datasets/index.ts'
import type { Run } from '../../../engine/experiment/experiment.ts'
import { networkOf } from '../../../engine/experiment/kinds.ts'
import { read, type Trace } from '../../../engine/training/trace.ts'
import { measured, plain } from '../../drawing/format.ts'
import { Live } from '../../drawing/Live.tsx'
import { Numeral } from '../../drawing/Numeral.tsx'
import { useLab, useLabState } from '../../lab/context.tsx'
import { type LabState, traceOf } from '../../lab/lab.ts'
import { evaluations, lastAt, shownLoss } from '../evaluations.ts'
import { useStage } from '../context.tsx'
import { It } from '../Symbol.tsx'
import { chanceOf, type Health, healthOf } from './healthOf.ts'
import { problemOf, ways } from './ways.tsx'
import './health.css'

function healthAt(state: LabState, run: Run): Health | undefined {
  const trace = traceOf(state, run.id)
  const { experiment, step } = state
  if (!trace) return undefined
  const { task, classes } = datasetOf(networkOf(experiment))
  return healthOf(
    trace,
    step,
    chanceOf(problemOf(experiment, run).divergence, task === 'regression' ? 0 : classes.length),
  )
}

/** What is said of each kind of trouble: its name, and why it is one. */
const says: {
  readonly [K in Health['kind']]: (health: Health, run: Run, trace: Trace) => [ReactNode, ReactNode]
} = {
  diverged: (health, _run, trace) => {
    const since = 'since' in health ? health.since : 0
    return [
      `A weight became infinite at step ${since}`,
      <>
        last finite loss <Numeral of={measured(read(trace, 'loss', since - 1))} />, ‖<It>W</It>‖{' '}
        <Numeral of={measured(read(trace, 'weightNorm', since - 1))} />
      </>,
    ]
  },
  dead: (health) => [
    `Dead since step ${'since' in health ? health.since : 0}`,
    'the ReLUs of a layer are off for every example: no gradient comes past them',
  ],
  saturated: (_health, run) => [
    <Live key="saturated" read={(state) => `${percentOf(state, run)} saturated`} />,
    'hidden outputs are at the ends of their range, where the slope is nearly 0',
  ],
  stuck: (_health, run) => [
    <>
      Not learning <Live read={({ step }) => `after ${step} steps`} />
    </>,
    <>
      loss <Live read={(state) => lossOf(state, run)} />, no better than at the start or one answer for all
    </>,
  ],
}

const latest = (state: LabState, run: Run, channel: string): number => {
  const trace = traceOf(state, run.id)
  return trace ? lastAt(evaluations(trace, channel), state.step) : NaN
}
const percentOf = (state: LabState, run: Run) => `${Math.round(100 * latest(state, run, 'saturated'))}%`
const lossOf = (state: LabState, run: Run) => plain(shownLoss(latest(state, run, 'trainLoss'), 3))

/** Over the map of a run that is in trouble: its name, why, and ways on; in a figure of a text no more than its name. */
export function HealthNote({ run }: { run: Run }) {
  const key = useLabState((state) => {
    const found = healthAt(state, run)
    return found && `${found.kind} ${'since' in found ? found.since : ''}`
  })
  return key === undefined ? null : <Note run={run} />
}

function Note({ run }: { run: Run }) {
  const lab = useLab()
  const { hasSwitches } = useStage()
  const problem = problemOf(
    useLabState(({ experiment }) => experiment),
    run,
  )
  const health = healthAt(lab.getState(), run)
  const trace = traceOf(lab.getState(), run.id)
  if (!health || !trace) return null
  const [name, why] = says[health.kind](health, run, trace)
  const since = 'since' in health ? health.since : 0
  const before = Math.max(0, since - 1)
  if (!hasSwitches && health.kind !== 'diverged')
    return (
      <div className={`health ${health.kind}`} role="status">
        <p>
          <b>{name}</b>
          <span className="unseen">: {why}</span>
        </p>
      </div>
    )
  return (
    <div className={`health ${health.kind}`} role="status">
      <p>
        <b>{name}</b>
        {health.kind === 'diverged' ? <br /> : ': '}
        {why}
      </p>
      <p className="ways">
        {since > 0 && (
          <button type="button" className="link" onClick={() => lab.seek(before)}>
            Go to step {before}
          </button>
        )}
        {ways[health.kind]
          .filter(({ suits }) => hasSwitches && suits(run, problem))
          .slice(0, 2)
          .map(({ words, edit }, n) => (
            // The ways of one kind are always in one order.
            // oxlint-disable-next-line react/no-array-index-key
            <button key={n} type="button" className="link" onClick={() => lab.edit(edit(run, problem))}>
              {words}
            </button>
          ))}
      </p>
    </div>
  )
}
