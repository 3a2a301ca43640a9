import { defineOptimizer } from '../optimizer.ts'
import { number } from '../parameters.ts'
import {
  age,
  before,
  change,
  epsilon,
  epsilonInside,
  gradient,
  learningRate,
  now,
  overRoot,
  root,
  squaredGradient,
} from './common.ts'

/**
 * G_k = G_{k−1} + g_k²;  Δw_k = −η_k g_k / √(G_k + ε),  η_k = η / (1 + (k−1)τ)
 *
 * The sum only grows, so the steps only shrink: on a steady slope they are η/√k.
 */
export const adagrad = defineOptimizer({
  id: 'adagrad',
  name: 'Adagrad',
  summary: 'Divides by the root of all squared slopes so far: its steps can only shrink.',
  sources: ['Duchi, Hazan & Singer, JMLR 2011'],
  parameters: {
    learningRate: learningRate(0.5),
    lrDecay: number('\\tau', 'decay of the learning rate', 0, [0, 10], { key: 'lrdecay' }),
    initialAccumulator: number('G_0', 'sum at the start', 0, [0, 1e6], { scale: 'log', key: 'acc' }),
    epsilon: epsilon(1e-8),
    epsilonInside,
  },
  slots: {
    sum: {
      symbol: 'G',
      label: 'sum of squared gradients',
      initial: (hyper: { initialAccumulator: number }) => hyper.initialAccumulator,
    },
    age,
  },
  readings: {
    secondMoment: { symbol: 'G', label: 'sum of squared gradients', at: ({ slots }, i) => slots.sum[i] },
    effectiveStep: {
      symbol: '\\eta\\,/\\sqrt{G+\\epsilon}',
      label: 'effective step',
      at: ({ slots, hyper, rate }, i) =>
        rate /
        (1 + (slots.age[0] - 1) * hyper.lrDecay) /
        root(slots.sum[i], hyper.epsilon, hyper.epsilonInside),
    },
  },
  equation: ({ epsilonInside, lrDecay }) => [
    [now('G', 'sum', 'v'), '=', before('G', 'sum'), '+', squaredGradient],
    [
      change,
      '= -',
      overRoot(
        epsilonInside,
        'G_k',
        (at, i) => at.now('sum', i),
        lrDecay === 0 ? '\\eta' : '\\eta/(1+(k-1)\\tau)',
        (at) => at.rate / (1 + (at.now('age', 0) - 1) * at.hyper.lrDecay),
      ),
      '\\cdot',
      gradient,
    ],
  ],
  update({ w, gradient, slots, hyper, rate }) {
    const { epsilon, epsilonInside, lrDecay } = hyper
    const { sum, age } = slots
    const decayed = rate / (1 + age[0]++ * lrDecay)
    for (let i = 0; i < w.length; i++) {
      const g = gradient[i]
      const s = (sum[i] += g * g)
      w[i] -= (decayed * g) / root(s, epsilon, epsilonInside)
    }
  },
})
