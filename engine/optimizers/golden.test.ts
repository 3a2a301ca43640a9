import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { complaint, defaults } from '../parameters.ts'
import { createRunner } from '../training/runner.ts'
import { read, type Trace } from '../training/trace.ts'
import { optimizers } from './index.ts'

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

/** `theta_deg` of the reference is the rotation that a problem puts on a surface. */
function pose({ name, params }: TrajectoryCase['surface']) {
  const { theta_deg: rotation = 0, A: amplitude, ...parameters } = params
  return {
    kind: 'surface' as const,
    surface: name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
    parameters: amplitude === undefined ? parameters : { amplitude },
    rotation,
  }
}

function follow(one: TrajectoryCase): Trace {
  const { optimizer, values, weightDecay } = translate(one.optimizer)
  const [kind, names] = one.schedule ? scheduleNames[one.schedule.kind] : (['constant', {}] as const)
  const runner = createRunner({
    version: 1,
    seed: 0,
    problem: { ...pose(one.surface), start: one.start, noise: 0 },
    steps: one.steps,
    runs: [
      {
        id: 'run',
        optimizer: optimizer.id,
        hyperparameters: values,
        schedule: { ...rename(one.schedule ?? {}, names, ['kind']), kind },
        clipping: {
          ...rename(one.clip ?? {}, { max: 'max', eps: 'epsilon' }, ['mode']),
          kind: one.clip ? (one.clip.mode as string) : 'none',
        },
        weightDecay,
        problem: {},
      },
    ],
    changes: [],
  })
  runner.advance(one.steps)
  return runner.traces[0]
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

/** How far each rule is from the reference in x and y at most, relative to 1 + |w|, and in how many trajectories. */
const agreement: Record<string, { trajectories: number; largest: number }> = {}

describe.each(files)('%s', (file) => {
  const { cases } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { cases: TrajectoryCase[] }

  test.each(cases.map((one) => [one.id, one] as const))('%s is followed', (_id, one) => {
    const trace = follow(one)
    const { slots } = translate(one.optimizer)
    const column = (channel: string, i = 0, from = 0) =>
      Array.from({ length: trace.length - from }, (_, k) => read(trace, channel, from + k, i))
    const differences: Record<string, number> = {
      x: excess(column('w', 0), one.x, one.tol.xy),
      y: excess(column('w', 1), one.y, one.tol.xy),
      f: excess(column('loss'), one.f, one.tol.f),
      rate: one.lr ? excess(column('rate', 0, 1), one.lr, 1e-12) : 0,
    }
    const known = (agreement[one.optimizer.name === 'signsgd' ? 'sign' : one.optimizer.name] ??= {
      trajectories: 0,
      largest: 0,
    })
    known.trajectories++
    known.largest = Math.max(known.largest, differences.x * one.tol.xy, differences.y * one.tol.xy)
    const { k: steps, ...states } = one.state
    for (const [name, table] of Object.entries(states)) {
      const rows = table.map((row) => [row].flat())
      const largest = Math.max(...rows.flat().map(Math.abs))
      const errors = rows.flatMap((row, n) =>
        row.map((value, i) => Math.abs(read(trace, slots[name], steps[n] as number, i) - value)),
      )
      expect(errors.length).toBeGreaterThan(0)
      differences[name] = Math.max(...errors) / (one.tol.state * largest || Number.MIN_VALUE)
    }
    for (const [what, difference] of Object.entries(differences))
      expect(difference, what).toBeLessThanOrEqual(1)
  })
})

test('how far the rules are from the reference is what the reference pages say', async () => {
  expect(Object.keys(agreement).every((id) => id in optimizers)).toBe(true)
  const rounded = Object.entries(agreement)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { trajectories, largest }]) => [id, { trajectories, largest: Number(largest.toPrecision(2)) }])
  const text = `${JSON.stringify(Object.fromEntries(rounded), null, 2)}\n`
  await expect(text).toMatchFileSnapshot('../golden/agreement/optimizers.json')
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
