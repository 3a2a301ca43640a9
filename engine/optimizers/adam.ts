import { defineOptimizer, type Moment } from '../optimizer.ts'
import { toggle } from '../parameters.ts'
import {
  beta1,
  beta1Power,
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
 * m_k = δ m_{k−1} + (1−δ) g_k;  v_k = γ v_{k−1} + (1−γ) g_k²
 * m̂_k = m_k / (1−δᵏ);  v̂_k = v_k / (1−γᵏ);  Δw_k = −η m̂_k / √(v̂_k + ε)
 * amsgrad: v̂_k = max(v_1, ..., v_k) / (1−γᵏ), so that a rare large gradient is not forgotten.
 *
 * With the correction the first step is η whatever δ and γ are. Without it, it is η (1−δ)/√(1−γ): at the usual 0.9 and
 * 0.999 more than three times too long, not too short.
 */
export const adam = defineOptimizer({
  id: 'adam',
  name: 'Adam',
  summary:
    'Mean slope over root mean square slope: momentum and RMSProp, both corrected for their start at zero.',
  sources: ['Kingma & Ba, ICLR 2015', 'AMSGrad: Reddi, Kale & Kumar, ICLR 2018'],
  parameters: {
    learningRate: learningRate(0.2),
    beta1: beta1(0.9),
    beta2: beta2(0.999),
    epsilon: epsilon(1e-8),
    epsilonInside,
    biasCorrection: toggle('bias correction', true, 'bias'),
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
      at: ({ slots, hyper }, i) => slots.m[i] / (hyper.biasCorrection ? 1 - slots.beta1Power[0] : 1),
    },
    secondMoment: {
      symbol: '\\hat v',
      label: 'second moment',
      at: ({ slots, hyper }, i) =>
        (hyper.amsgrad ? slots.vMax : slots.v)[i] / (hyper.biasCorrection ? 1 - slots.beta2Power[0] : 1),
    },
    effectiveStep: {
      symbol: '\\eta\\,/\\sqrt{\\hat v+\\epsilon}',
      label: 'effective step',
      at: ({ slots, hyper, rate }, i) => {
        const v = (hyper.amsgrad ? slots.vMax : slots.v)[i]
        const corrected = v / (hyper.biasCorrection ? 1 - slots.beta2Power[0] : 1)
        return rate / root(corrected, hyper.epsilon, hyper.epsilonInside)
      },
    },
  },
  equation({ epsilonInside, biasCorrection, amsgrad }) {
    const v = `${biasCorrection ? '\\hat v' : 'v'}${amsgrad ? '^{\\max}' : ''}_k`
    const read = (at: Moment, i: number) => at.now('secondMoment', i)
    return [
      runningMean('m', 'm', 'm', ['\\delta', 'beta1'], gradient),
      runningMean('v', 'v', 'v', ['\\gamma', 'beta2'], squaredGradient),
      [
        change,
        '= -',
        overRoot(epsilonInside, v, read),
        '\\cdot',
        now(biasCorrection ? '\\hat m' : 'm', 'firstMoment', 'm'),
      ],
    ]
  },
  update({ w, gradient, slots, hyper, rate }) {
    const { beta1, beta2, epsilon, epsilonInside, biasCorrection, amsgrad } = hyper
    const { m, v, vMax, beta1Power, beta2Power } = slots
    beta1Power[0] *= beta1
    beta2Power[0] *= beta2
    const mShare = biasCorrection ? 1 - beta1Power[0] : 1
    const vShare = biasCorrection ? 1 - beta2Power[0] : 1
    for (let i = 0; i < w.length; i++) {
      const g = gradient[i]
      const mean = (m[i] = beta1 * m[i] + (1 - beta1) * g)
      let square = (v[i] = beta2 * v[i] + (1 - beta2) * g * g)
      if (amsgrad) square = vMax[i] = Math.max(vMax[i], square)
      w[i] -= (rate * (mean / mShare)) / root(square / vShare, epsilon, epsilonInside)
    }
  },
})
