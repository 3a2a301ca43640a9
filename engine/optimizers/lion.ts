import { defineOptimizer } from '../optimizer.ts'
import {
  before,
  beta1,
  beta2,
  change,
  decayTerms,
  firstMoment,
  gradient,
  learningRate,
  now,
  rate,
  runningMean,
  weightDecay,
} from './common.ts'

/**
 * c_k = δ m_{k−1} + (1−δ) g_k;  Δw_k = −η sign(c_k) − ηλ w_{k−1};  m_k = γ m_{k−1} + (1−γ) g_k
 *
 * Sign descent on a mean slope, which leans on the latest gradient (δ) more than the memory it keeps does (γ).
 */
export const lion = defineOptimizer({
  id: 'lion',
  name: 'Lion',
  summary: 'Steps by η along the sign of a mean slope: sign descent with momentum.',
  sources: ['Chen et al., Symbolic Discovery of Optimization Algorithms, NeurIPS 2023'],
  parameters: {
    learningRate: learningRate(0.1),
    beta1: { ...beta1(0.9), label: 'weight of the memory in the step' },
    beta2: { ...beta2(0.99), label: 'decay of the memory' },
    weightDecay: weightDecay(0),
  },
  slots: { m: firstMoment, direction: { symbol: 'c', label: 'mean slope whose sign is taken' } },
  readings: {
    firstMoment: { symbol: 'c', label: 'first moment', at: ({ slots }, i) => slots.direction[i] },
    effectiveStep: {
      symbol: '\\eta\\,/\\,|c|',
      label: 'effective step',
      at: ({ slots, rate }, i) => (rate * Math.sign(slots.direction[i])) / slots.direction[i],
    },
  },
  equation: (hyper) => [
    [
      now('c', 'direction', 'm'),
      '=',
      { tex: '\\delta', value: (at) => at.hyper.beta1 },
      '\\cdot',
      before('m', 'm'),
      '+',
      { tex: '(1-\\delta)', value: (at) => 1 - at.hyper.beta1 },
      '\\cdot',
      gradient,
    ],
    [
      change,
      '= -',
      rate,
      '\\cdot',
      { tex: '\\operatorname{sign}(c_k)', wash: 'm', value: (at, i) => Math.sign(at.now('direction', i)) },
      ...decayTerms(hyper),
    ],
    runningMean('m', 'm', undefined, ['\\gamma', 'beta2'], gradient),
  ],
  update({ w, gradient, slots, hyper, rate }) {
    const { beta1, beta2, weightDecay } = hyper
    const { m, direction } = slots
    for (let i = 0; i < w.length; i++) {
      const g = gradient[i]
      direction[i] = beta1 * m[i] + (1 - beta1) * g
      w[i] -= rate * (Math.sign(direction[i]) + weightDecay * w[i])
      m[i] = beta2 * m[i] + (1 - beta2) * g
    }
  },
})
