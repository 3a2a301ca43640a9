import { applyChange } from '../experiment/changes.ts'
import type { Change, Experiment, Run } from '../experiment/experiment.ts'
import { surfaceOf } from '../experiment/kinds.ts'
import type { Optimizer, Update } from '../optimizer.ts'
import { optimizers } from '../optimizers/index.ts'
import { clippings } from './clipping.ts'
import type { Objective } from './objective.ts'
import { layoutOf, makeRecorder, type Moment } from './recorder.ts'
import { schedules } from './schedules.ts'
import { makeTrace, reserve, type Trace } from './trace.ts'

type Slots = Readonly<Record<string, Float64Array>>

/** What is needed to go on from a step as if nothing had happened. */
export interface RunState {
  w: Float64Array
  slots: Slots
  stopped: number | undefined
}

/** One run in progress. */
export interface Training {
  readonly trace: Trace
  /** Makes update `k`. `noise(k)` is the standard normal sample that all runs share. */
  step: (k: number, noise: (k: number) => Float64Array) => void
  state: () => RunState
}

const mapSlots = (slots: Slots, map: (values: Float64Array) => Float64Array): Slots =>
  Object.fromEntries(Object.entries(slots).map(([name, values]) => [name, map(values)]))

function freshSlots({ slots }: Optimizer, hyper: Update['hyper'], size: number): Slots {
  return Object.fromEntries(
    Object.entries(slots).map(([name, { size: extent, initial = 0 }]) => {
      const value = typeof initial === 'function' ? initial(hyper as never) : initial
      return [name, new Float64Array(extent === 'run' ? 1 : size).fill(value)]
    }),
  )
}

/** Every optimizer the run will have used by its end: the first, and those it is switched to. */
function optimizersOf(run: Run, changes: readonly Change[]): Optimizer[] {
  const used = [optimizers[run.optimizer]]
  for (const change of changes) used.push(optimizers[(run = applyChange(run, change)).optimizer])
  return used
}

/** Starts a run, or resumes it with `from` after `done` updates. */
export function startTraining(
  experiment: Experiment,
  run: Run,
  objective: Objective,
  done: number,
  from?: RunState,
): Training {
  const { steps, changes: all } = experiment
  const problem = surfaceOf(experiment)
  const { size } = objective
  const changes = all.filter((change) => change.run === undefined || change.run === run.id)
  /** Changes made so far: those of a step before the update at hand. */
  let passed = 0
  let settings = run
  while (passed < changes.length && changes[passed].step < done)
    settings = applyChange(settings, changes[passed++])

  const trace = makeTrace(layoutOf(optimizersOf(run, changes), size), steps + 1)
  const update: Update = {
    w: Float64Array.from(from?.w ?? run.problem.start ?? problem.start),
    gradient: new Float64Array(size),
    slots: from ? mapSlots(from.slots, (values) => values.slice()) : {},
    hyper: {},
    rate: 0,
    k: done,
  }
  const moment: Moment = { loss: 0, gradient: new Float64Array(size), before: new Float64Array(size) }
  moment.loss = objective.evaluate(update.w, moment.gradient)
  /** Where the gradient is taken when that is not at w. */
  const ahead = new Float64Array(size)

  let optimizer: Optimizer
  let record: () => void
  let sigma: number
  let schedule: (typeof schedules)[string]
  let clipping: (typeof clippings)[string]

  function configure(next: Run, slots?: Slots) {
    settings = next
    optimizer = optimizers[next.optimizer]
    update.hyper = next.hyperparameters as Update['hyper']
    update.slots = slots ?? freshSlots(optimizer, update.hyper, size)
    record = makeRecorder(trace, optimizer, update, moment)
    sigma = next.problem.noise ?? problem.noise
    schedule = schedules[next.schedule.kind]
    clipping = clippings[next.clipping.kind]
  }
  configure(settings, from && update.slots)
  if (done === 0) record!()
  else {
    reserve(trace, done + 1)
    trace.rows.fill(NaN)
    trace.stopped = from?.stopped
    trace.length = trace.stopped ?? done + 1
  }

  /** g_k: taken at w or ahead of it, then noise, clipping and coupled weight decay, in this order. */
  function takeGradient(k: number, noise: (k: number) => Float64Array) {
    const { w, gradient } = update
    if (optimizer.lookAhead) {
      optimizer.lookAhead(update, ahead)
      objective.evaluate(ahead, gradient)
    } else gradient.set(moment.gradient)
    if (sigma > 0) {
      const sample = noise(k)
      for (let i = 0; i < size; i++) gradient[i] += sigma * sample[i]
    }
    clipping.apply(gradient, settings.clipping as never)
    const { weightDecay } = settings
    if (weightDecay > 0) for (let i = 0; i < size; i++) gradient[i] += weightDecay * w[i]
  }

  function isFinite(): boolean {
    for (let i = 0; i < size; i++) if (!Number.isFinite(update.w[i])) return false
    return Number.isFinite(moment.loss)
  }

  return {
    trace,
    step(k, noise) {
      while (passed < changes.length && changes[passed].step < k) {
        const next = applyChange(settings, changes[passed++])
        configure(next, next.optimizer === settings.optimizer ? update.slots : undefined)
      }
      if (trace.stopped !== undefined) return
      takeGradient(k, noise)
      update.k = k
      update.rate = schedule.rate(
        settings.hyperparameters.learningRate as number,
        k - 1,
        settings.schedule as never,
      )
      moment.before.set(update.w)
      optimizer.update(update)
      moment.loss = objective.evaluate(update.w, moment.gradient)
      if (isFinite()) record()
      else trace.stopped = k
    },
    state: () => ({
      w: update.w.slice(),
      slots: mapSlots(update.slots, (values) => values.slice()),
      stopped: trace.stopped,
    }),
  }
}
