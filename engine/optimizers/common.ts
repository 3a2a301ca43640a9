import type { EquationLine, Moment, Slot, Term, Wash } from '../optimizer.ts'
import { number, toggle } from '../parameters.ts'

// Parameters that several optimizers share, so that their names, ranges and link keys agree everywhere. A link key
// must not begin like an HTML entity that needs no semicolon (`amp`, `cent`, `para`, `times` ...).

export const learningRate = (initial: number) =>
  number('\\eta', 'learning rate', initial, [0, 1000], { scale: 'log', key: 'lr' })

/** β, the share of the last step that is kept. */
export const momentum = (initial: number) =>
  number('\\beta', 'momentum', initial, [0, 0.999999], { key: 'beta' })

/** γ of a running mean of squares. */
export const decay = (initial: number) =>
  number('\\gamma', 'decay of the mean square', initial, [0, 0.999999], { key: 'gamma' })

/** δ, Adam's first decay rate (β₁ in its paper). */
export const beta1 = (initial: number) =>
  number('\\delta', 'decay of the first moment', initial, [0, 0.999999], { key: 'beta1' })

/** γ, Adam's second decay rate (β₂ in its paper). */
export const beta2 = (initial: number) =>
  number('\\gamma', 'decay of the second moment', initial, [0, 0.999999], { key: 'beta2' })

export const epsilon = (initial: number) =>
  number('\\epsilon', 'epsilon, against division by zero', initial, [0, 1], { scale: 'log', key: 'eps' })

/** The lecture's place for ε is inside the root, PyTorch's outside. */
export const epsilonInside = toggle('ε inside the root (PyTorch: outside)', true, 'inside')

/** λ of decoupled weight decay. A run's coupled decay is added to the gradient and has another name. */
export const weightDecay = (initial: number) =>
  number('\\lambda', 'decoupled weight decay', initial, [0, 100], { scale: 'log', key: 'decoupled' })

export const firstMoment: Slot = { symbol: 'm', label: 'first moment, a running mean of the gradient' }
export const secondMoment: Slot = { symbol: 'v', label: 'second moment, a running mean of its square' }

/** δᵏ and γᵏ as running products: the bias corrections then need no power, and follow a δ that is moved. */
export const beta1Power: Slot = { symbol: '\\delta^k', label: 'δ to the power k', size: 'run', initial: 1 }
export const beta2Power: Slot = { symbol: '\\gamma^k', label: 'γ to the power k', size: 'run', initial: 1 }

/** Counts the updates of this state, which is younger than the run when its optimizer was switched. */
export const age: Slot = { symbol: 'k', label: 'updates made', size: 'run' }

/** What a rule divides by: √(v + ε) or √v + ε. */
export const root = (v: number, epsilon: number, inside: boolean): number =>
  inside ? Math.sqrt(v + epsilon) : Math.sqrt(v) + epsilon

type Read = (at: Moment, i: number) => number

/** Terms of the equation sheet that read the same in every optimizer. */
export const change: Term = { tex: '\\Delta w_k', wash: 'u', value: (at, i) => at.now('update', i) }
export const gradient: Term = { tex: 'g_k', wash: 'g', value: (at, i) => at.now('g', i) }
export const squaredGradient: Term = { ...gradient, tex: 'g_k^{\\,2}', form: 'square' }
export const rate: Term = { tex: '\\eta', wash: 's', value: (at) => at.rate }

/** A hyperparameter, or `1 −` it. */
export const parameter = (tex: string, name: string): Term => ({ tex, value: (at) => at.hyper[name] })
const complement = (tex: string, name: string): Term => ({
  tex: `(1-${tex})`,
  value: (at) => 1 - at.hyper[name],
})

/** A slot or reading after this update: x_k. */
export const now = (symbol: string, channel: string, wash?: Wash): Term => ({
  tex: `${symbol}_k`,
  ...(wash && { wash }),
  value: (at, i) => at.now(channel, i),
})
/** The same after the update before: x_{k−1}. */
export const before = (symbol: string, channel: string): Term => ({
  tex: `${symbol}_{k-1}`,
  value: (at, i) => at.before(channel, i),
})

/** x_k = ω · x_{k−1} + (1 − ω) · sample, where ω is the parameter `weight`. */
export const runningMean = (
  symbol: string,
  channel: string,
  wash: Wash | undefined,
  [weight, name]: readonly [tex: string, name: string],
  sample: Term,
): EquationLine => [
  now(symbol, channel, wash),
  '=',
  parameter(weight, name),
  '\\cdot',
  before(symbol, channel),
  '+',
  complement(weight, name),
  '\\cdot',
  sample,
]

/** numerator / √(v + ε) or numerator / (√v + ε), as the toggle says. */
export const overRoot = (
  inside: boolean,
  symbol: string,
  v: Read,
  numerator = '\\eta',
  over: Read = (at) => at.rate,
): Term =>
  inside
    ? {
        tex: `\\dfrac{${numerator}}{\\sqrt{${symbol}+\\epsilon}}`,
        wash: 's',
        form: 'overRoot',
        over,
        value: (at, i) => v(at, i) + at.hyper.epsilon,
      }
    : {
        tex: `\\dfrac{${numerator}}{\\sqrt{${symbol}}+\\epsilon}`,
        wash: 's',
        form: 'over',
        over,
        value: (at, i) => Math.sqrt(v(at, i)) + at.hyper.epsilon,
      }

/** `− ηλ · w_{k−1}`, where there is decoupled weight decay. */
export const decayTerms = ({ weightDecay }: { weightDecay: number }): EquationLine =>
  weightDecay === 0
    ? []
    : [
        '-',
        { tex: '\\eta\\lambda', value: (at) => at.rate * at.hyper.weightDecay },
        '\\cdot',
        before('w', 'w'),
      ]
