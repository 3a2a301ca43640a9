import { applyChange } from '../experiment/applyChange.ts'
import type { Experiment, Run } from '../experiment/experiment.ts'
import type { Optimizer, Update } from '../optimizer.ts'
import { optimizers } from '../optimizers/index.ts'
import { clippings } from './clipping.ts'
import type { Insides, Probe } from './insides.ts'
import { layoutOf, makeRecorder } from './recorder.ts'
import { optimizersOf, withProblem } from './runSettings.ts'
import { schedules } from './schedules.ts'
import { carrySlots, copySlots, freshSlots, stateOf } from './slots.ts'
import { makeTrace, reserve, type Trace } from './trace.ts'
import type { Task, Vectors } from './trainee.ts'

const WEIGHTS = 'weights.'

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
  /** The rows of the parameter that is followed, with the channels of a surface: one coordinate of each. */
  readonly followed: Trace | undefined
  /** Makes update `k`. */
  step: (k: number) => void
  state: () => RunState
  /** After the last step, the parts that a probe asks for. */
  insides: (probe: Probe) => Partial<Insides>
  release: () => void
}

/** Starts a run, or resumes it with `from` after `done` updates; `follow` is the index of a parameter to be recorded. */
export function startTraining(
  experiment: Experiment,
  bare: Run,
  task: Task,
  done: number,
  from?: RunState,
  follow = -1,
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
  const used = optimizersOf(run, changes)
  const trace = makeTrace(trainee.layout(used), steps + 1)
  const followed = follow < 0 ? undefined : makeTrace(layoutOf(used, 1), steps + 1)
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
  let recordFollowed: (() => void) | undefined
  /** Where the parameters that are frozen lie in w. */
  let frozen: readonly number[] = []
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
    recordFollowed =
      followed && makeRecorder(followed, optimizer, update, before, undefined, trainee.place(follow))
    frozen = (next.frozen ?? []).map(trainee.place).filter((place) => place >= 0)
    schedule = schedules[next.schedule.kind]
    clipping = clippings[next.clipping.kind]
  }
  const recordRow = () => {
    record()
    recordFollowed?.()
  }
  const traces = followed ? [trace, followed] : [trace]

  /** Replaces the weights that are changed at step `k` by hand; Δw stays what the rule has made it. */
  function edit(k: number) {
    for (let n = passed; n < changes.length && changes[n].step === k; n++) {
      const { path, value } = changes[n]
      if (!path.startsWith(WEIGHTS)) continue
      const i = trainee.place(Number(path.slice(WEIGHTS.length)))
      if (i < 0) continue
      before[i] += (value as number) - update.w[i]
      update.w[i] = value as number
    }
  }

  configure(settings, from && update.slots)
  if (done === 0) {
    edit(0)
    settle(0)
    recordRow()
  } else
    for (const one of traces) {
      reserve(one, done + 1)
      one.rows.fill(NaN)
      one.stopped = from?.stopped
      one.finished = from?.finished
      one.length = one.stopped ?? (one.finished?.step ?? done) + 1
    }

  let ended = trace.stopped !== undefined || trace.finished !== undefined

  /** g_k: taken at w or ahead of it, then clipping and coupled weight decay, in this order; 0 of what is frozen. */
  function prepareGradient(k: number) {
    const { w, gradient } = update
    if (optimizer.lookAhead) {
      optimizer.lookAhead(update, ahead)
      for (const i of frozen) ahead[i] = w[i]
      takeGradient(k, ahead)
    } else takeGradient(k, undefined)
    for (const i of frozen) gradient[i] = 0
    clipping.apply(gradient, settings.clipping as never)
    const { weightDecay } = settings
    if (weightDecay > 0) for (let i = 0; i < w.length; i++) gradient[i] += weightDecay * w[i]
    for (const i of frozen) gradient[i] = 0
  }

  return {
    trace,
    followed,
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
      // `set` would take longer than the rest of an update on a surface.
      for (let i = 0; i < before.length; i++) before[i] = update.w[i]
      optimizer.update(update)
      for (const i of frozen) update.w[i] = before[i]
      edit(k)
      const outcome = settle(k)
      if (outcome !== 'diverged') recordRow()
      if (outcome === 'on') return
      ended = true
      for (const one of traces)
        if (outcome === 'diverged') one.stopped = k
        else one.finished = { step: k, best: trainee.best }
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
