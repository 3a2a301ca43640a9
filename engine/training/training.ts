import { applyChange } from '../experiment/changes.ts'
import type { Experiment, Run } from '../experiment/experiment.ts'
import type { Optimizer, Update } from '../optimizer.ts'
import { optimizers } from '../optimizers/index.ts'
import { clippings } from './clipping.ts'
import type { Insides, Probe } from './insides.ts'
import { optimizersOf, withProblem } from './runSettings.ts'
import { schedules } from './schedules.ts'
import { carrySlots, copySlots, freshSlots, stateOf } from './slots.ts'
import { makeTrace, reserve, type Trace } from './trace.ts'
import type { Task, Vectors } from './trainee.ts'

/** What is needed to go on from a step as if nothing had happened. */
export interface RunState {
  w: Float64Array
  slots: Vectors
  /** What the problem keeps besides. */
  memory: Vectors
  stopped: number | undefined
  finished: Trace['finished']
}

/** One run in progress. */
export interface Training {
  readonly trace: Trace
  /** Makes update `k`. */
  step: (k: number) => void
  state: () => RunState
  /** After the last step, the parts that a probe asks for. */
  insides: (probe: Probe) => Partial<Insides>
  release: () => void
}

/** Starts a run, or resumes it with `from` after `done` updates. */
export function startTraining(
  experiment: Experiment,
  bare: Run,
  task: Task,
  done: number,
  from?: RunState,
): Training {
  const { steps, changes: all } = experiment
  const run = withProblem(experiment, bare)
  const changes = all.filter((change) => change.run === undefined || change.run === run.id)
  /** Changes made so far: those of a step before the update at hand. */
  let passed = 0
  let settings = run
  while (passed < changes.length && changes[passed].step < done)
    settings = applyChange(settings, changes[passed++])

  const trainee = task.trainee(settings, done, from)
  const { takeGradient, settle } = trainee
  const trace = makeTrace(trainee.layout(optimizersOf(run, changes)), steps + 1)
  const update: Update = {
    w: trainee.w,
    gradient: trainee.gradient,
    slots: from ? copySlots(from.slots) : {},
    hyper: {},
    rate: 0,
    k: done,
  }
  /** w before the update, and where the gradient is taken when that is not at w. */
  let before = trainee.w.slice()
  let ahead = new Float64Array(before.length)

  let optimizer: Optimizer
  let record: () => void
  let schedule: (typeof schedules)[string]
  let clipping: (typeof clippings)[string]

  function configure(next: Run, slots?: Vectors) {
    settings = next
    optimizer = optimizers[next.optimizer]
    update.hyper = next.hyperparameters as Update['hyper']
    const carry = trainee.configure(next)
    if (carry) {
      update.w = trainee.w
      update.gradient = trainee.gradient
      before = trainee.w.slice()
      ahead = new Float64Array(before.length)
    }
    const { length } = update.w
    if (!slots) update.slots = freshSlots(optimizer, update.hyper, length)
    else update.slots = carry ? carrySlots(optimizer, update.hyper, slots, carry) : slots
    record = trainee.recorder(trace, optimizer, update, before)
    schedule = schedules[next.schedule.kind]
    clipping = clippings[next.clipping.kind]
  }
  configure(settings, from && update.slots)
  if (done === 0) record!()
  else {
    reserve(trace, done + 1)
    trace.rows.fill(NaN)
    trace.stopped = from?.stopped
    trace.finished = from?.finished
    trace.length = trace.stopped ?? (trace.finished?.step ?? done) + 1
  }

  let ended = trace.stopped !== undefined || trace.finished !== undefined

  /** g_k: taken at w or ahead of it, then clipping and coupled weight decay, in this order. */
  function prepareGradient(k: number) {
    if (optimizer.lookAhead) {
      optimizer.lookAhead(update, ahead)
      takeGradient(k, ahead)
    } else takeGradient(k, undefined)
    const { w, gradient } = update
    clipping.apply(gradient, settings.clipping as never)
    const { weightDecay } = settings
    if (weightDecay > 0) for (let i = 0; i < w.length; i++) gradient[i] += weightDecay * w[i]
  }

  return {
    trace,
    step(k) {
      while (passed < changes.length && changes[passed].step < k) {
        const next = applyChange(settings, changes[passed++])
        if (!ended) configure(next, next.optimizer === settings.optimizer ? update.slots : undefined)
      }
      if (ended) return
      prepareGradient(k)
      update.k = k
      update.rate = schedule.rate(
        settings.hyperparameters.learningRate as number,
        k - 1,
        settings.schedule as never,
      )
      before.set(update.w)
      optimizer.update(update)
      const outcome = settle(k)
      if (outcome !== 'diverged') record()
      if (outcome === 'on') return
      ended = true
      if (outcome === 'diverged') trace.stopped = k
      else trace.finished = { step: k, best: trainee.best }
    },
    state: () => ({
      w: update.w.slice(),
      slots: copySlots(update.slots),
      memory: trainee.memory(),
      stopped: trace.stopped,
      finished: trace.finished,
    }),
    insides: (probe) => ({
      ...(probe.parts.includes('state') ? stateOf(optimizer, update, before) : {}),
      ...trainee.insides(probe),
    }),
    release: () => trainee.release(),
  }
}
