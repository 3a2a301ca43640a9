import { applyChange } from '../experiment/changes.ts'
import type { Change, Experiment, Run } from '../experiment/experiment.ts'
import type { Optimizer, Update } from '../optimizer.ts'
import { optimizers } from '../optimizers/index.ts'
import { clippings } from './clipping.ts'
import type { Objective } from './objective.ts'
import { schedules } from './schedules.ts'
import { type Channel, type Layout, makeLayout, makeTrace, reserve, type Trace } from './trace.ts'

/** What is needed to go on from a step as if nothing had happened. */
export interface RunState {
  w: Float64Array
  slots: Readonly<Record<string, Float64Array>>
  stopped: number | undefined
}

/** One run in progress. */
export interface Training {
  readonly trace: Trace
  /** Makes update `k`; `noise` is the standard normal sample that all runs share. */
  step: (k: number, noise: Float64Array) => void
  state: () => RunState
}

const appliesTo = (change: Change, run: Run) => change.run === undefined || change.run === run.id

/** Every optimizer the run will have used by its end: the first, and those it is switched to. */
function optimizersOf(run: Run, changes: readonly Change[]): Optimizer[] {
  const used = [optimizers[run.optimizer]]
  for (const change of changes) used.push(optimizers[(run = applyChange(run, change)).optimizer])
  return used
}

function layoutOf(used: readonly Optimizer[], size: number): Layout {
  const sizes: Record<string, number> = { loss: 1, w: size, gradient: size, rate: 1, g: size, update: size }
  for (const { slots, readings } of used) {
    for (const [name, slot] of Object.entries(slots)) sizes[name] = slot.size === 'run' ? 1 : size
    for (const name of Object.keys(readings)) sizes[name] = size
  }
  return makeLayout(sizes)
}

function freshSlots(
  { slots }: Optimizer,
  hyper: Update['hyper'],
  size: number,
): Record<string, Float64Array> {
  return Object.fromEntries(
    Object.entries(slots).map(([name, { size: extent, initial = 0 }]) => {
      const value = typeof initial === 'function' ? initial(hyper as never) : initial
      return [name, new Float64Array(extent === 'run' ? 1 : size).fill(value)]
    }),
  )
}

/** Starts a run, or resumes it with `from` after `done` updates. */
export function startTraining(
  experiment: Experiment,
  run: Run,
  objective: Objective,
  done: number,
  from?: RunState,
): Training {
  const { size } = objective
  const { problem } = experiment
  const changes = experiment.changes.filter((change) => appliesTo(change, run))
  let passed = 0
  let settings = run
  while (passed < changes.length && changes[passed].step < done)
    settings = applyChange(settings, changes[passed++])

  const trace = makeTrace(layoutOf(optimizersOf(run, changes), size))
  trace.stopped = from?.stopped
  const { channels } = trace.layout
  const before = new Float64Array(size)
  const point = new Float64Array(size)
  const exact = new Float64Array(size)

  let optimizer: Optimizer
  let sigma: number
  let schedule: (typeof schedules)[string]
  let clip: (typeof clippings)[string]
  const update: Update = {
    w: Float64Array.from(from?.w ?? run.problem.start ?? problem.start),
    gradient: new Float64Array(size),
    slots: from ? copySlots(from.slots) : {},
    hyper: {},
    rate: 0,
    k: done,
  }
  /** The channels to write after each update: [name, place, reading or slot]. */
  let written: { place: Channel; at: (i: number) => number }[] = []

  function configure(next: Run, keepSlots: boolean) {
    settings = next
    optimizer = optimizers[next.optimizer]
    update.hyper = next.hyperparameters as never
    if (!keepSlots) update.slots = freshSlots(optimizer, update.hyper, size)
    sigma = next.problem.noise ?? problem.noise
    schedule = schedules[next.schedule.kind]
    clip = clippings[next.clipping.kind]
    const { slots } = update
    written = [
      ...Object.keys(optimizer.slots).map((name) => ({
        place: channels[name],
        at: (i: number) => slots[name][i],
      })),
      ...Object.entries(optimizer.readings).map(([name, reading]) => ({
        place: channels[name],
        at: (i: number) => reading.at(update, i),
      })),
    ]
  }
  configure(settings, from !== undefined)

  let loss = objective.evaluate(update.w, exact)
  const isFinite = () => Number.isFinite(loss) && update.w.every(Number.isFinite)

  function record(k: number) {
    reserve(trace, k + 1)
    const { rows, layout } = trace
    const base = k * layout.stride
    rows.fill(NaN, base, base + layout.stride)
    const put = (channel: Channel, values: Float64Array) => {
      for (let i = 0; i < channel.size; i++) rows[base + channel.offset + i] = values[i]
    }
    rows[base + channels.loss.offset] = loss
    put(channels.w, update.w)
    put(channels.gradient, exact)
    if (k > 0) {
      rows[base + channels.rate.offset] = update.rate
      put(channels.g, update.gradient)
      for (let i = 0; i < size; i++) rows[base + channels.update.offset + i] = update.w[i] - before[i]
    }
    for (const { place, at } of k > 0 ? written : written.slice(0, Object.keys(optimizer.slots).length)) {
      for (let i = 0; i < place.size; i++) rows[base + place.offset + i] = at(i)
    }
    trace.length = k + 1
  }
  if (done === 0) record(0)
  else {
    reserve(trace, done + 1)
    trace.rows.fill(NaN)
    trace.length = Math.min(done + 1, trace.stopped ?? Infinity)
  }

  return {
    trace,
    step(k, noise) {
      while (passed < changes.length && changes[passed].step < k) {
        const next = applyChange(settings, changes[passed++])
        configure(next, next.optimizer === settings.optimizer)
      }
      if (trace.stopped !== undefined) return
      const { w, gradient } = update
      update.k = k
      if (optimizer.lookAhead) {
        optimizer.lookAhead(update, point)
        objective.evaluate(point, gradient)
      } else {
        point.set(w)
        gradient.set(exact)
      }
      if (sigma > 0) for (let i = 0; i < size; i++) gradient[i] += sigma * noise[i]
      clip.apply(gradient, settings.clipping as never)
      const decay = settings.weightDecay
      if (decay > 0) for (let i = 0; i < size; i++) gradient[i] += decay * point[i]
      update.rate = schedule.rate(
        settings.hyperparameters.learningRate as number,
        k - 1,
        settings.schedule as never,
      )
      before.set(w)
      optimizer.update(update)
      loss = objective.evaluate(w, exact)
      if (isFinite()) record(k)
      else trace.stopped = k
    },
    state: () => ({ w: update.w.slice(), slots: copySlots(update.slots), stopped: trace.stopped }),
  }
}

const copySlots = (slots: Readonly<Record<string, Float64Array>>) =>
  Object.fromEntries(Object.entries(slots).map(([name, values]) => [name, values.slice()]))
