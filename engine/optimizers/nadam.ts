import { pow } from '../mathematics.ts'
import { defineOptimizer } from '../optimizer.ts'
import { number } from '../parameters.ts'
import {
  age,
  beta1,
  beta2,
  beta2Power,
  change,
  epsilon,
  epsilonInside,
  firstMoment,
  gradient,
  learningRate,
  now,
  overRoot,
  root,
  runningMean,
  secondMoment,
  squaredGradient,
} from './common.ts'

/**
 * m_k = δ m_{k−1} + (1−δ) g_k;  v_k = γ v_{k−1} + (1−γ) g_k²;  v̂_k = v_k / (1−γᵏ)
 * μ_k = δ (1 − ½ 0.96^{kψ});  Π_k = μ_1 ··· μ_k
 * Δw_k = −η / √(v̂_k + ε) · ( (1−μ_k)/(1−Π_k) g_k + μ_{k+1}/(1−Π_k μ_{k+1}) m_k )
 *
 * Nesterov's look-ahead inside Adam: today's gradient counts once more, beside the mean that already holds it.
 */
export const nadam = defineOptimizer({
  id: 'nadam',
  name: 'NAdam',
  summary: "Adam whose mean slope leans on today's slope, as Nesterov's momentum does.",
  sources: ['Dozat, ICLR workshop 2016'],
  parameters: {
    learningRate: learningRate(0.2),
    beta1: beta1(0.9),
    beta2: beta2(0.999),
    epsilon: epsilon(1e-8),
    epsilonInside,
    momentumDecay: number('\\psi', 'how fast the momentum warms up', 0.004, [0, 1], { key: 'psi' }),
  },
  slots: {
    m: firstMoment,
    v: secondMoment,
    beta2Power,
    gradientShare: { symbol: 'a', label: 'weight of the gradient', size: 'run' },
    meanShare: { symbol: 'b', label: 'weight of the first moment', size: 'run' },
    muProduct: { symbol: '\\Pi', label: 'product of the momenta so far', size: 'run', initial: 1 },
    age,
  },
  readings: {
    firstMoment: {
      symbol: '\\bar m',
      label: 'first moment, leaning on the gradient',
      at: ({ slots, gradient }, i) => slots.gradientShare[0] * gradient[i] + slots.meanShare[0] * slots.m[i],
    },
    secondMoment: {
      symbol: '\\hat v',
      label: 'second moment',
      at: ({ slots }, i) => slots.v[i] / (1 - slots.beta2Power[0]),
    },
    effectiveStep: {
      symbol: '\\eta\\,/\\sqrt{\\hat v+\\epsilon}',
      label: 'effective step',
      at: ({ slots, hyper, rate }, i) =>
        rate / root(slots.v[i] / (1 - slots.beta2Power[0]), hyper.epsilon, hyper.epsilonInside),
    },
  },
  equation: ({ epsilonInside }) => [
    runningMean('m', 'm', 'm', ['\\delta', 'beta1'], gradient),
    runningMean('v', 'v', 'v', ['\\gamma', 'beta2'], squaredGradient),
    [
      change,
      '= -',
      overRoot(epsilonInside, '\\hat v_k', (at, i) => at.now('secondMoment', i)),
      '\\cdot(',
      { tex: '\\tfrac{1-\\mu_k}{1-\\Pi_k}', value: (at) => at.now('gradientShare', 0) },
      '\\cdot',
      gradient,
      '+',
      { tex: '\\tfrac{\\mu_{k+1}}{1-\\Pi_{k+1}}', value: (at) => at.now('meanShare', 0) },
      '\\cdot',
      now('m', 'm', 'm'),
      ')',
    ],
  ],
  update({ w, gradient, slots, hyper, rate }) {
    const { beta1, beta2, epsilon, epsilonInside, momentumDecay } = hyper
    const { m, v, beta2Power, gradientShare, meanShare, muProduct, age } = slots
    const k = ++age[0]
    const mu = beta1 * (1 - 0.5 * pow(0.96, k * momentumDecay))
    const muNext = beta1 * (1 - 0.5 * pow(0.96, (k + 1) * momentumDecay))
    muProduct[0] *= mu
    beta2Power[0] *= beta2
    const a = (gradientShare[0] = (1 - mu) / (1 - muProduct[0]))
    const b = (meanShare[0] = muNext / (1 - muProduct[0] * muNext))
    const vShare = 1 - beta2Power[0]
    for (let i = 0; i < w.length; i++) {
      const g = gradient[i]
      m[i] = beta1 * m[i] + (1 - beta1) * g
      v[i] = beta2 * v[i] + (1 - beta2) * g * g
      w[i] -= (rate * (a * g + b * m[i])) / root(v[i] / vShare, epsilon, epsilonInside)
    }
  },
})
