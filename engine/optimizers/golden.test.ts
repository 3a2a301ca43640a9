import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Update } from '../optimizer.ts'
import { complaint, defaults } from '../parameters.ts'
import { clippings } from '../training/clipping.ts'
import { schedules } from '../training/schedules.ts'
import { goldenSurfaces } from './golden.fixture.ts'
import { optimizers } from './index.ts'
import { freshSlots } from './optimizers.fixture.ts'

type Options = Readonly<Record<string, number | string | boolean>>
interface TrajectoryCase {
  id: string
  surface: { name: string; params: Record<string, number> }
  start: [number, number]
  steps: number
  optimizer: Options & { name: string; lr: number }
  clip: Options | null
  schedule: (Options & { kind: string }) | null
  tol: { xy: number; f: number; state: number }
  lr?: number[]
  x: number[]
  y: number[]
  f: number[]
  state: Record<string, (number | number[])[]>
}

/** What a reference optimizer is here: its id, its hyperparameters by their reference names, its states as slots. */
interface Translation {
  id: string
  hyper: Readonly<Record<string, string>>
  fixed?: Options
  slots: Readonly<Record<string, string>>
  /** `weight_decay` is the rule's own, not a term of the gradient. */
  decoupled?: boolean
}
const adamNames = { beta1: 'beta1', beta2: 'beta2', eps: 'epsilon' }
const translations: Readonly<Record<string, Translation>> = {
  sgd: { id: 'sgd', hyper: {}, slots: {} },
  'momentum classic': {
    id: 'momentum',
    hyper: { momentum: 'momentum', dampening: 'dampening' },
    fixed: { form: 'classic' },
    slots: { vel: 'velocity' },
  },
  'momentum torch': {
    id: 'momentum',
    hyper: { momentum: 'momentum', dampening: 'dampening' },
    fixed: { form: 'buffer' },
    slots: { buf: 'buffer' },
  },
  'nesterov lookahead': {
    id: 'nesterov',
    hyper: { momentum: 'momentum' },
    fixed: { form: 'lookahead' },
    slots: { vel: 'velocity' },
  },
  'nesterov torch': {
    id: 'nesterov',
    hyper: { momentum: 'momentum' },
    fixed: { form: 'buffer' },
    slots: { buf: 'buffer' },
  },
  adagrad: {
    id: 'adagrad',
    hyper: { lr_decay: 'lrDecay', initial_accumulator: 'initialAccumulator', eps: 'epsilon' },
    fixed: { epsilonInside: false },
    slots: { sum: 'sum' },
  },
  adadelta: {
    id: 'adadelta',
    hyper: { rho: 'decay', eps: 'epsilon' },
    slots: { v: 'meanSquare', acc: 'meanSquareStep' },
  },
  rmsprop: {
    id: 'rmsprop',
    hyper: { alpha: 'decay', eps: 'epsilon', centered: 'centered', momentum: 'momentum' },
    slots: { v: 'meanSquare', gavg: 'meanGradient', buf: 'velocity' },
  },
  adam: {
    id: 'adam',
    hyper: { ...adamNames, bias_correction: 'biasCorrection', amsgrad: 'amsgrad' },
    slots: { m: 'm', v: 'v', vmax: 'vMax' },
  },
  adamw: {
    id: 'adamw',
    hyper: { ...adamNames, amsgrad: 'amsgrad', weight_decay: 'weightDecay' },
    fixed: { epsilonInside: false },
    slots: { m: 'm', v: 'v', vmax: 'vMax' },
    decoupled: true,
  },
  nadam: {
    id: 'nadam',
    hyper: { ...adamNames, momentum_decay: 'momentumDecay' },
    fixed: { epsilonInside: false },
    slots: { m: 'm', v: 'v', mu_product: 'muProduct' },
  },
  radam: {
    id: 'radam',
    hyper: adamNames,
    fixed: { epsilonInside: false },
    slots: { m: 'm', v: 'v' },
  },
  adamax: { id: 'adamax', hyper: adamNames, slots: { m: 'm', u: 'u' } },
  rprop: {
    id: 'rprop',
    hyper: { eta_minus: 'etaMinus', eta_plus: 'etaPlus', step_min: 'stepMin', step_max: 'stepMax' },
    slots: { step: 'stepSize', prev: 'acted' },
  },
  signsgd: { id: 'sign', hyper: {}, slots: {} },
  lion: {
    id: 'lion',
    hyper: { beta1: 'beta1', beta2: 'beta2', weight_decay: 'weightDecay' },
    slots: { m: 'm' },
    decoupled: true,
  },
}
const scheduleNames: Readonly<
  Record<string, readonly [id: string, names: Readonly<Record<string, string>>]>
> = {
  step: ['step', { step_size: 'size', gamma: 'factor' }],
  exponential: ['exponential', { gamma: 'factor' }],
  cosine: ['cosine', { T_max: 'length', lr_min: 'least' }],
  warmup: ['warmup', { start_factor: 'start', total: 'length' }],
  warmup_cosine: ['warmupCosine', { warmup: 'warmup', T_max: 'length' }],
}

/** Options under their names here; every option of the reference must have one. */
function rename(options: Options, names: Readonly<Record<string, string>>, known: readonly string[]) {
  const renamed: Record<string, number | string | boolean> = {}
  for (const [name, value] of Object.entries(options)) {
    if (name in names) renamed[names[name]] = value
    else if (!known.includes(name)) throw new Error(`no name here for ${name}`)
  }
  return renamed
}

function translate(reference: TrajectoryCase['optimizer']) {
  const { name, convention } = reference
  const {
    id,
    hyper,
    fixed,
    slots,
    decoupled = false,
  } = translations[convention ? `${name} ${convention}` : name]
  const optimizer = optimizers[id]
  const values = {
    ...defaults(optimizer.parameters),
    learningRate: reference.lr,
    ...rename(reference, hyper, ['name', 'impl', 'lr', 'convention', 'eps_mode', 'weight_decay']),
    ...fixed,
    ...('eps_mode' in reference && { epsilonInside: reference.eps_mode === 'inside' }),
  }
  const weightDecay = decoupled ? 0 : ((reference.weight_decay as number | undefined) ?? 0)
  return { optimizer, values, slots, weightDecay }
}

interface Run {
  x: number[]
  y: number[]
  f: number[]
  rates: number[]
  /** Per slot, a copy after every tenth update. */
  states: Record<string, number[][]>
}

/** Look ahead, gradient, clip, coupled weight decay, update: what the runner does, in a dozen lines. */
function follow(one: TrajectoryCase): Run {
  const { optimizer, values, weightDecay } = translate(one.optimizer)
  const surface = goldenSurfaces[one.surface.name](one.surface.params)
  const clip = clippings[one.clip ? (one.clip.mode as string) : 'none']
  const clipping = one.clip ? rename(one.clip, { max: 'max', eps: 'epsilon' }, ['mode']) : {}
  const [kind, names] = one.schedule ? scheduleNames[one.schedule.kind] : (['constant', {}] as const)
  const scheduled = one.schedule ? rename(one.schedule, names, ['kind']) : {}
  const w = Float64Array.from(one.start)
  const point = new Float64Array(2)
  const update: Update = {
    w,
    gradient: new Float64Array(2),
    slots: freshSlots(optimizer, values, 2),
    hyper: values as never,
    rate: 0,
    k: 0,
  }
  const run: Run = { x: [w[0]], y: [w[1]], f: [surface.value(w[0], w[1])], rates: [], states: {} }
  for (let k = 1; k <= one.steps; k++) {
    point.set(w)
    optimizer.lookAhead?.(update, point)
    update.gradient.set(surface.gradient(point[0], point[1]))
    clip.apply(update.gradient, clipping as never)
    for (let i = 0; i < 2; i++) update.gradient[i] += weightDecay * w[i]
    update.k = k
    update.rate = schedules[kind].rate(one.optimizer.lr, k - 1, scheduled as never)
    optimizer.update(update)
    run.x.push(w[0])
    run.y.push(w[1])
    run.f.push(surface.value(w[0], w[1]))
    run.rates.push(update.rate)
    if (k % 10 === 0) {
      for (const [name, slot] of Object.entries(update.slots)) (run.states[name] ??= []).push([...slot])
    }
  }
  return run
}

/** The largest |mine − stored| / (1 + |stored|), in units of `tolerance`; NaN is not within any. */
function excess(mine: readonly number[], stored: readonly number[], tolerance: number): number {
  expect(mine.length).toBe(stored.length)
  return mine.reduce((worst, value, k) => {
    const error = Math.abs(value - stored[k]) / (1 + Math.abs(stored[k])) / tolerance
    return error <= worst ? worst : error
  }, 0)
}

const folder = new URL('../golden/public/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.startsWith('traj-'))

describe.each(files)('%s', (file) => {
  const { cases } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { cases: TrajectoryCase[] }

  test.each(cases.map((one) => [one.id, one] as const))('%s is followed', (_id, one) => {
    const run = follow(one)
    const { slots } = translate(one.optimizer)
    const differences: Record<string, number> = {
      x: excess(run.x, one.x, one.tol.xy),
      y: excess(run.y, one.y, one.tol.xy),
      f: excess(run.f, one.f, one.tol.f),
      rate: one.lr ? excess(run.rates, one.lr, 1e-12) : 0,
    }
    const { k, ...states } = one.state
    expect(k).toEqual(Array.from({ length: one.steps / 10 }, (_, n) => 10 * (n + 1)))
    for (const [name, table] of Object.entries(states)) {
      const stored = table.flat()
      const mine = run.states[slots[name]].flat()
      const largest = Math.max(...stored.map(Math.abs))
      const errors = stored.map((value, n) => Math.abs(mine[n] - value))
      expect(mine.length).toBe(stored.length)
      differences[name] = Math.max(...errors) / (one.tol.state * largest || 1e-300)
    }
    for (const [what, difference] of Object.entries(differences))
      expect(difference, what).toBeLessThanOrEqual(1)
  })
})

test('every option of the reference optimizers is in the range of its parameter here', () => {
  for (const file of files) {
    const { cases } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { cases: TrajectoryCase[] }
    for (const { id, optimizer: reference } of cases) {
      const { optimizer, values } = translate(reference)
      for (const [name, value] of Object.entries(values))
        expect(complaint(optimizer.parameters[name], value), `${id}: ${name} ${value}`).toBeUndefined()
    }
  }
})
