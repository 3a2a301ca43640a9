import { defineOptimizer } from '../optimizer.ts'
import {
  before,
  beta1,
  beta1Power,
  beta2,
  change,
  epsilon,
  firstMoment,
  gradient,
  learningRate,
  now,
  parameter,
  runningMean,
} from './common.ts'

/**
 * m_k = δ m_{k−1} + (1−δ) g_k;  u_k = max(γ u_{k−1}, |g_k| + ε);  Δw_k = −η m̂_k / u_k,  m̂_k = m_k / (1−δᵏ)
 *
 * Adam with the largest recent slope in place of the root mean square. u needs no bias correction, and as |m̂| is at
 * most the largest slope so far, a step is at most about η.
 */
export const adamax = defineOptimizer({
  id: 'adamax',
  name: 'AdaMax',
  summary: 'Adam that divides by the largest recent slope instead of the root mean square.',
  sources: ['Kingma & Ba, ICLR 2015, section 7.1'],
  parameters: {
    learningRate: learningRate(0.2),
    beta1: beta1(0.9),
    beta2: { ...beta2(0.999), label: 'decay of the largest slope' },
    epsilon: { ...epsilon(1e-8), label: 'epsilon, added to each slope' },
  },
  slots: { m: firstMoment, u: { symbol: 'u', label: 'largest recent slope, fading' }, beta1Power },
  readings: {
    firstMoment: {
      symbol: '\\hat m',
      label: 'first moment',
      at: ({ slots }, i) => slots.m[i] / (1 - slots.beta1Power[0]),
    },
    secondMoment: {
      symbol: 'u^2',
      label: 'largest recent slope, squared',
      at: ({ slots }, i) => slots.u[i] * slots.u[i],
    },
    effectiveStep: {
      symbol: '\\eta\\,/\\,u',
      label: 'effective step',
      at: ({ slots, rate }, i) => rate / slots.u[i],
    },
  },
  equation: () => [
    runningMean('m', 'm', 'm', ['\\delta', 'beta1'], gradient),
    [
      now('u', 'u', 'v'),
      '= \\max(',
      parameter('\\gamma', 'beta2'),
      '\\cdot',
      before('u', 'u'),
      ',\\;',
      { tex: '|g_k|+\\epsilon', wash: 'g', value: (at, i) => Math.abs(at.now('g', i)) + at.hyper.epsilon },
      ')',
    ],
    [
      change,
      '= -',
      {
        tex: '\\dfrac{\\eta}{u_k}',
        wash: 's',
        form: 'over',
        over: (at) => at.rate,
        value: (at, i) => at.now('u', i),
      },
      '\\cdot',
      now('\\hat m', 'firstMoment', 'm'),
    ],
  ],
  update({ w, gradient, slots, hyper, rate }) {
    const { beta1, beta2, epsilon } = hyper
    const { m, u, beta1Power } = slots
    beta1Power[0] *= beta1
    const corrected = rate / (1 - beta1Power[0])
    for (let i = 0; i < w.length; i++) {
      const g = gradient[i]
      m[i] = beta1 * m[i] + (1 - beta1) * g
      u[i] = Math.max(beta2 * u[i], Math.abs(g) + epsilon)
      w[i] -= (corrected * m[i]) / u[i]
    }
  },
})
