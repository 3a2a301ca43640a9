import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Update } from '../optimizer.ts'
import { optimizers } from '../optimizers/index.ts'
import { defaults } from '../parameters.ts'
import { clippings } from '../training/clipping.ts'
import { schedules } from '../training/schedules.ts'
import { batchNormTerms } from './batchNorm.ts'
import { measurePopulation, predict } from './inference.ts'
import { view } from './kernels/arena.ts'
import {
  architectureOf,
  dataOf,
  excess,
  flat,
  flatParameters,
  type Reference,
  type ReferenceLayer,
  readCases,
  setParameters,
  trained,
} from './network.fixture.ts'
import { configure, createNetwork, type Network, releaseNetwork } from './network.ts'
import { putMask } from './training.ts'

type Options = Readonly<Record<string, number | string | boolean>>
interface Moments {
  mu: number[]
  var: number[]
}
interface MlpCase extends Reference {
  batchnorm: { layers: boolean[]; eps: number; momentum: number } | null
  dropout: { form: 'notes' | 'inverted'; keep: number[] } | null
  clip: Options | null
  optimizer: Options & { name: string; lr: number }
  schedule: (Options & { kind: string }) | null
  steps: number
  batch: number
  bn_batches: number[][] | null
  tol: { loss: number; params: number; eval: number }
  init: ReferenceLayer[]
  batches: number[][]
  masks?: (string[] | null)[][]
  x_eval: number[][]
  expect: {
    loss: number[]
    div: number[]
    grad_norm: number[]
    grad0: ReferenceLayer[]
    final: ReferenceLayer[]
    bn?: { batch: (Moments | null)[][]; running: (Moments | null)[]; notes?: (Moments | null)[] | null }
    bn_backward0?: (Record<'dzhat' | 'du' | 'dz', number[][]> & Record<'dvar' | 'dmu', number[]>)[]
    eval: Record<string, number[][] | null | undefined>
  }
}

/** Reference names of optimizers and of their options, here. */
const ids: Readonly<Record<string, string>> = { signsgd: 'sign' }
const forms: Readonly<Record<string, string>> = {
  torch: 'buffer',
  classic: 'classic',
  lookahead: 'lookahead',
}
const names: Readonly<Record<string, string>> = {
  lr: 'learningRate',
  eps: 'epsilon',
  alpha: 'decay',
  rho: 'decay',
  lr_decay: 'lrDecay',
  initial_accumulator: 'initialAccumulator',
  bias_correction: 'biasCorrection',
  momentum_decay: 'momentumDecay',
  eta_minus: 'etaMinus',
  eta_plus: 'etaPlus',
  step_min: 'stepMin',
  step_max: 'stepMax',
}
const outside = ['adagrad', 'adamw', 'nadam', 'radam']
const decoupled = ['adamw', 'lion']

function optimizerOf({ optimizer: reference }: MlpCase) {
  const { name, impl: _impl, eps_mode: mode, convention, weight_decay: decay = 0, ...options } = reference
  const optimizer = optimizers[ids[name] ?? name]
  const hyper: Record<string, unknown> = { ...defaults(optimizer.parameters) }
  const put = (key: string, value: unknown) => {
    if (!(key in optimizer.parameters)) throw new Error(`${name} has no ${key} here`)
    hyper[key] = value
  }
  for (const [key, value] of Object.entries(options)) put(names[key] ?? key, value)
  if (mode !== undefined || outside.includes(name)) put('epsilonInside', mode === 'inside')
  if (convention !== undefined) put('form', forms[convention as string])
  if (decoupled.includes(name)) put('weightDecay', decay)
  return { optimizer, hyper, coupled: decoupled.includes(name) ? 0 : (decay as number) }
}

function rateAt({ schedule, optimizer }: MlpCase, t: number): number {
  if (!schedule) return optimizer.lr
  const { kind, ...options } = schedule
  if (kind === 'step')
    return schedules.step.rate(optimizer.lr, t, { size: options.step_size, factor: options.gamma } as never)
  if (kind === 'warmup_cosine')
    return schedules.warmupCosine.rate(optimizer.lr, t, {
      warmup: options.warmup,
      length: options.T_max,
    } as never)
  throw new Error(`no schedule ${kind} here`)
}

function clip({ clip }: MlpCase, gradient: Float64Array): void {
  if (clip) clippings[clip.mode as string].apply(gradient, { max: clip.max, epsilon: clip.eps } as never)
}

const norm = (gradient: Float64Array) => Math.sqrt(gradient.reduce((sum, g) => sum + g * g, 0))

/** Trains the reference's network with this engine's optimizer, and notes all that the reference noted. */
function follow(one: MlpCase, network: Network) {
  const { optimizer, hyper, coupled } = optimizerOf(one)
  const { w, gradient, size, workspace } = network
  const data = dataOf(one)
  const update: Update = {
    w,
    gradient: new Float64Array(size),
    slots: Object.fromEntries(
      Object.entries(optimizer.slots).map(([name, { size: extent, initial = 0 }]) => [
        name,
        new Float64Array(extent === 'run' ? 1 : size).fill(
          typeof initial === 'function' ? initial(hyper as never) : initial,
        ),
      ]),
    ),
    hyper: hyper as never,
    rate: 0,
    k: 0,
  }
  const noted = {
    loss: [] as number[],
    div: [] as number[],
    norm: [] as number[],
    gradient: new Float64Array(),
    moments: [] as (Moments | null)[][],
    terms: [] as Record<'dzhat' | 'du' | 'dvar' | 'dmu' | 'dz', Float64Array>[],
  }
  one.batches.forEach((batch, t) => {
    one.masks?.[t].forEach((mask, l) => {
      if (mask) putMask(network, l, Array.from(mask.join(''), Number))
    })
    const here = w.slice()
    const point = w.slice()
    optimizer.lookAhead?.(update, point)
    w.set(point)
    noted.loss.push(trained(network, data, Int32Array.from(batch)))
    w.set(here)
    noted.div.push(network.last.loss)
    noted.norm.push(norm(gradient))
    noted.moments.push(
      workspace.layers.map(({ batchNorm, mean, variance, units }) =>
        batchNorm ? { mu: [...view(mean, units)], var: [...view(variance, units)] } : null,
      ),
    )
    if (t === 0) {
      noted.gradient = gradient.slice()
      for (const layer of workspace.layers.filter(({ batchNorm }) => batchNorm)) {
        const { du, dVariance, dMean, throughU, throughVariance, throughMean } = batchNormTerms(
          layer,
          batch.length,
        )
        const dz = view(layer.dz, du.length).slice()
        const sum = throughU.map((d, i) => d + throughVariance[i] + throughMean[i])
        expect(excess(sum, dz, 1e-13), 'the three terms add up to dz').toBeLessThanOrEqual(1)
        noted.terms.push({ dzhat: view(layer.dzHat, du.length).slice(), du, dvar: dVariance, dmu: dMean, dz })
      }
    }
    update.gradient.set(gradient)
    clip(one, update.gradient)
    if (coupled) update.gradient.forEach((_, i) => (update.gradient[i] += coupled * point[i]))
    update.k = t + 1
    update.rate = rateAt(one, t)
    optimizer.update(update)
  })
  return noted
}

/** Means and variances of each normalized layer, as the network keeps them. */
const momentsFlat = (moments: readonly (Moments | null)[]) =>
  moments.flatMap((one) => (one ? [...one.mu, ...one.var] : []))

/** Of all networks: the largest relative difference of a parameter after the last step. */
const agreement = { networks: 0, largest: 0 }

const folder = new URL('../golden/public/', import.meta.url)
describe.each(readdirSync(folder).filter((name) => name.startsWith('mlp-')))('%s', (file) => {
  test.each(readCases<MlpCase>(file).map((one) => [one.id, one] as const))('%s is followed', (_id, one) => {
    const network = createNetwork(architectureOf(one, one.batchnorm?.layers), one.batch)
    setParameters(network, one.init)
    configure(network, {
      penalty: { l2: one.l2_lambda, l1: 0 },
      batchNorm: {
        epsilon: one.batchnorm?.eps ?? 1e-5,
        momentum: one.batchnorm?.momentum ?? 0.1,
        stopGradient: false,
      },
      dropout: {
        form: one.dropout?.form === 'inverted' ? 'inverse' : 'lecture',
        keep: one.dropout?.keep ?? [],
      },
    })
    const { tol, expect: stored } = one
    const noted = follow(one, network)
    const differences: Record<string, number> = {
      loss: excess(noted.loss, stored.loss, tol.loss),
      div: excess(noted.div, stored.div, tol.loss),
      grad_norm: excess(noted.norm, stored.grad_norm, tol.loss),
      grad0: excess(noted.gradient, flatParameters(stored.grad0), tol.loss),
      final: excess(network.w, flatParameters(stored.final), tol.params),
    }
    if (stored.bn) {
      const { batch, running, notes } = stored.bn
      const first = noted.moments.slice(0, batch.length)
      // μ_B contains the bias in front of it, which the reference lets drift: hence the tolerance of the outputs.
      differences['bn.batch'] = excess(first.flatMap(momentsFlat), batch.flatMap(momentsFlat), tol.eval)
      differences['bn.running'] = excess(network.running, momentsFlat(running), tol.eval)
      if (notes) {
        measurePopulation(
          network,
          dataOf(one),
          one.bn_batches!.map((rows) => Int32Array.from(rows)),
        )
        differences['bn.notes'] = excess(network.population, momentsFlat(notes), tol.eval)
      }
    }
    stored.bn_backward0?.filter(Boolean).forEach((terms, n) => {
      for (const [name, values] of Object.entries(terms)) {
        const mine = noted.terms[n][name as keyof typeof terms]
        differences[`bn_backward0[${n}].${name}`] = excess(mine, values.flat(), tol.loss)
      }
    })
    for (const [way, outputs] of Object.entries(stored.eval)) {
      if (!outputs) continue
      const out = new Float64Array(outputs.flat().length)
      const statistics = way === 'y_notes' ? 'population' : 'running'
      predict(network, flat(one.x_eval), one.x_eval.length, out, statistics)
      differences[`eval.${way}`] = excess(out, outputs.flat(), tol.eval)
    }
    releaseNetwork(network)
    agreement.networks++
    agreement.largest = Math.max(agreement.largest, differences.final * tol.params)
    for (const [what, difference] of Object.entries(differences))
      expect(difference, what).toBeLessThanOrEqual(1)
  })
})

test('how far trained networks are from the reference is what the reference pages say', async () => {
  const text = `${JSON.stringify({ ...agreement, largest: Number(agreement.largest.toPrecision(2)) }, null, 2)}\n`
  await expect(text).toMatchFileSnapshot('../golden/agreement/networks.json')
})
