import { defineOptimizer, type Moment } from '../optimizer.ts'
import { toggle } from '../parameters.ts'
import {
  beta1,
  beta1Power,
  beta2,
  beta2Power,
  change,
  decayTerms,
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
  weightDecay,
} from './common.ts'

/**
 * m_k = δ m_{k−1} + (1−δ) g_k;  v_k = γ v_{k−1} + (1−γ) g_k²
 * Δw_k = −η m̂_k / √(v̂_k + ε) − ηλ w_{k−1},  m̂_k = m_k / (1−δᵏ),  v̂_k = v_k / (1−γᵏ)
 *
 * A penalty in the gradient passes through Adam's division, which all but removes its size: w shrinks at the same speed
 * for λ = 0.01 and λ = 1. Here the decay stays outside, and w shrinks by the factor 1 − ηλ.
 */
export const adamw = defineOptimizer({
  id: 'adamw',
  name: 'AdamW',
  summary: 'Adam, with weight decay beside the scaled step instead of inside it.',
  sources: ['Loshchilov & Hutter, ICLR 2019'],
  parameters: {
    learningRate: learningRate(0.2),
    beta1: beta1(0.9),
    beta2: beta2(0.999),
    epsilon: epsilon(1e-8),
    epsilonInside,
    weightDecay: weightDecay(0.01),
    amsgrad: toggle('keep the largest second moment (AMSGrad)', false),
  },
  slots: {
    m: firstMoment,
    v: secondMoment,
    vMax: { symbol: 'v^{\\max}', label: 'largest second moment (AMSGrad)' },
    beta1Power,
    beta2Power,
  },
  readings: {
    firstMoment: {
      symbol: '\\hat m',
      label: 'first moment',
      at: ({ slots }, i) => slots.m[i] / (1 - slots.beta1Power[0]),
    },
    secondMoment: {
      symbol: '\\hat v',
      label: 'second moment',
      at: ({ slots, hyper }, i) => (hyper.amsgrad ? slots.vMax : slots.v)[i] / (1 - slots.beta2Power[0]),
    },
    effectiveStep: {
      symbol: '\\eta\\,/\\sqrt{\\hat v+\\epsilon}',
      label: 'effective step',
      at: ({ slots, hyper, rate }, i) => {
        const corrected = (hyper.amsgrad ? slots.vMax : slots.v)[i] / (1 - slots.beta2Power[0])
        return rate / root(corrected, hyper.epsilon, hyper.epsilonInside)
      },
    },
  },
  equation(hyper) {
    const read = (at: Moment, i: number) => at.now('secondMoment', i)
    const v = hyper.amsgrad ? '\\hat v^{\\max}_k' : '\\hat v_k'
    return [
      runningMean('m', 'm', 'm', ['\\delta', 'beta1'], gradient),
      runningMean('v', 'v', 'v', ['\\gamma', 'beta2'], squaredGradient),
      [
        change,
        '= -',
        overRoot(hyper.epsilonInside, v, read),
        '\\cdot',
        now('\\hat m', 'firstMoment', 'm'),
        ...decayTerms(hyper),
      ],
    ]
  },
  update({ w, gradient, slots, hyper, rate }) {
    const { beta1, beta2, epsilon, epsilonInside, weightDecay, amsgrad } = hyper
    const { m, v, vMax, beta1Power, beta2Power } = slots
    beta1Power[0] *= beta1
    beta2Power[0] *= beta2
    const mShare = 1 - beta1Power[0]
    const vShare = 1 - beta2Power[0]
    const keep = 1 - rate * weightDecay
    for (let i = 0; i < w.length; i++) {
      const g = gradient[i]
      const mean = (m[i] = beta1 * m[i] + (1 - beta1) * g)
      let square = (v[i] = beta2 * v[i] + (1 - beta2) * g * g)
      if (amsgrad) square = vMax[i] = Math.max(vMax[i], square)
      w[i] = keep * w[i] - (rate * (mean / mShare)) / root(square / vShare, epsilon, epsilonInside)
    }
  },
})
