import { cos, PI, pow } from '../mathematics.ts'
import { number, type Parameters, type Values } from '../parameters.ts'

/** A learning-rate schedule: the rate of an update from the base rate η and t = k − 1, the updates made so far. */
export interface Schedule<P extends Parameters = Parameters> {
  id: string
  name: string
  formula: string
  parameters: P
  rate: (base: number, t: number, parameters: Values<P>) => number
}
const defineSchedule = <const P extends Parameters>(schedule: Schedule<P>): Schedule =>
  schedule as unknown as Schedule

const updates = (symbol: string, label: string, initial: number) =>
  number(symbol, label, initial, [1, 20000], { scale: 'integer' })

const constant = defineSchedule({
  id: 'constant',
  name: 'constant',
  formula: '\\eta',
  parameters: {},
  rate: (base) => base,
})

/** η · factor^⌊t/size⌋ */
const step = defineSchedule({
  id: 'step',
  name: 'steps',
  formula: '\\eta\\,\\gamma^{\\lfloor t/s\\rfloor}',
  parameters: {
    size: updates('s', 'updates a step', 40),
    factor: number('\\gamma', 'factor at each step', 0.5, [0, 1]),
  },
  rate: (base, t, { size, factor }) => base * pow(factor, Math.floor(t / size)),
})

/** η · factorᵗ */
const exponential = defineSchedule({
  id: 'exponential',
  name: 'exponential',
  formula: '\\eta\\,\\gamma^{t}',
  parameters: { factor: number('\\gamma', 'factor at each update', 0.985, [0, 1]) },
  rate: (base, t, { factor }) => base * pow(factor, t),
})

/** least + (η − least)(1 + cos(πt/T))/2: from η to the least rate in T updates; after them it rises again. */
const cosine = defineSchedule({
  id: 'cosine',
  name: 'cosine',
  formula: '\\eta_{\\min}+\\tfrac12(\\eta-\\eta_{\\min})(1+\\cos(\\pi t/T))',
  parameters: {
    length: updates('T', 'updates to the least rate', 200),
    least: number('\\eta_{\\min}', 'least rate', 0, [0, 1000], { scale: 'log' }),
  },
  rate: (base, t, { length, least }) => least + ((base - least) * (1 + cos((PI * t) / length))) / 2,
})

/** η (s + (1−s) min(t, T)/T): linearly from sη to η. */
const warmup = defineSchedule({
  id: 'warmup',
  name: 'warm-up',
  formula: '\\eta\\,(s+(1-s)\\min(t,T)/T)',
  parameters: {
    start: number('s', 'share of the rate at the start', 0.1, [0, 1]),
    length: updates('T', 'updates to the full rate', 30),
  },
  rate: (base, t, { start, length }) => base * (start + ((1 - start) * Math.min(t, length)) / length),
})

/** η (t+1)/W while t < W, then η (1 + cos(π(t−W)/(T−W)))/2. */
const warmupCosine = defineSchedule({
  id: 'warmupCosine',
  name: 'warm-up, then cosine',
  formula: '\\eta\\,(t+1)/W,\\ \\text{then}\\ \\tfrac{\\eta}{2}\\bigl(1+\\cos\\tfrac{\\pi(t-W)}{T-W}\\bigr)',
  parameters: {
    warmup: updates('W', 'updates of warm-up', 20),
    length: updates('T', 'updates to the rate 0, warm-up included', 200),
  },
  rate(base, t, { warmup, length }) {
    if (t < warmup) return (base * (t + 1)) / warmup
    // With no updates left to fall in, it falls at once; the formula would be 0/0.
    return length > warmup ? (base * (1 + cos((PI * (t - warmup)) / (length - warmup)))) / 2 : 0
  },
})

/** η / (1 + t/τ), which averages gradient noise away where a constant rate keeps a floor. */
const inverse = defineSchedule({
  id: 'inverse',
  name: '1/k',
  formula: '\\eta\\,/\\,(1+t/\\tau)',
  parameters: { tau: number('\\tau', 'updates to half the rate', 100, [1, 1e6], { scale: 'log' }) },
  rate: (base, t, { tau }) => base / (1 + t / tau),
})

const list: readonly Schedule[] = [constant, step, exponential, cosine, warmup, warmupCosine, inverse]
export const schedules: Readonly<Record<string, Schedule>> = Object.fromEntries(
  list.map((one) => [one.id, one]),
)
