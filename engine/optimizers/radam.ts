import { pow } from '../mathematics.ts'
import { defineOptimizer } from '../optimizer.ts'
import {
  age,
  beta1,
  beta1Power,
  beta2,
  change,
  epsilon,
  epsilonInside,
  firstMoment,
  gradient,
  learningRate,
  now,
  runningMean,
  secondMoment,
  squaredGradient,
} from './common.ts'

/**
 * m_k = δ m_{k−1} + (1−δ) g_k;  v_k = γ v_{k−1} + (1−γ) g_k²;  m̂_k = m_k / (1−δᵏ);  v̂_k = v_k / (1−γᵏ)
 * ρ_∞ = 2/(1−γ) − 1;  ρ_k = ρ_∞ − 2k γᵏ/(1−γᵏ);  r_k² = (ρ_k−4)(ρ_k−2)ρ_∞ / ((ρ_∞−4)(ρ_∞−2)ρ_k)
 * Δw_k = −η r_k m̂_k / √(v̂_k + ε) when ρ_k > 5, else −η m̂_k
 *
 * The first handful of updates, for which v̂ rests on too few gradients, are momentum in units of the gradient: with
 * a rate meant for Adam they can be large.
 */
export const radam = defineOptimizer({
  id: 'radam',
  name: 'RAdam',
  summary:
    'Adam that trusts its mean square only as far as enough slopes have been seen: a built-in warm-up.',
  sources: ['Liu et al., ICLR 2020'],
  parameters: {
    learningRate: learningRate(0.05),
    beta1: beta1(0.9),
    beta2: beta2(0.999),
    epsilon: epsilon(1e-8),
    epsilonInside,
  },
  slots: {
    m: firstMoment,
    v: secondMoment,
    beta1Power,
    beta2Power: { symbol: '\\gamma^k', label: 'γ to the power k', size: 'run', initial: 1 },
    rectification: { symbol: 'r', label: 'rectification; 0 while the mean square is not used', size: 'run' },
    age,
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
      at: ({ slots }, i) => slots.v[i] / (1 - slots.beta2Power[0]),
    },
    effectiveStep: {
      symbol: '\\eta\\,r/\\sqrt{\\hat v+\\epsilon}',
      label: 'effective step',
      at({ slots, hyper, rate }, i) {
        const r = slots.rectification[0]
        if (r === 0) return rate
        const vShare = 1 - slots.beta2Power[0]
        return hyper.epsilonInside
          ? (rate * r) / Math.sqrt(slots.v[i] / vShare + hyper.epsilon)
          : (rate * r * Math.sqrt(vShare)) / (Math.sqrt(slots.v[i]) + hyper.epsilon)
      },
    },
  },
  equation({ epsilonInside }) {
    const factor = epsilonInside
      ? '\\tfrac{r_k}{\\sqrt{\\hat v_k+\\epsilon}}'
      : '\\tfrac{r_k\\sqrt{1-\\gamma^k}}{\\sqrt{v_k}+\\epsilon}'
    return [
      runningMean('m', 'm', 'm', ['\\delta', 'beta1'], gradient),
      runningMean('v', 'v', 'v', ['\\gamma', 'beta2'], squaredGradient),
      [
        change,
        '= -',
        {
          // The bracket is 1 while ρ ≤ 5.
          tex: `\\eta\\,\\Bigl[${factor}\\Bigr]_{\\rho_k>5}`,
          wash: 's',
          value: (at, i) => at.now('effectiveStep', i),
        },
        '\\cdot',
        now('\\hat m', 'firstMoment', 'm'),
      ],
    ]
  },
  update({ w, gradient, slots, hyper, rate }) {
    const { beta1, beta2, epsilon, epsilonInside } = hyper
    const { m, v, beta1Power, beta2Power, rectification, age } = slots
    const k = ++age[0]
    beta1Power[0] *= beta1
    // A power here, not a product: ρ is a small difference of large numbers.
    const power = (beta2Power[0] = pow(beta2, k))
    const limit = 2 / (1 - beta2) - 1
    const rho = limit - (2 * k * power) / (1 - power)
    const r = rho > 5 ? Math.sqrt(((rho - 4) * (rho - 2) * limit) / ((limit - 4) * (limit - 2) * rho)) : 0
    rectification[0] = r
    const mShare = 1 - beta1Power[0]
    const vShare = 1 - power
    const outside = r * Math.sqrt(vShare)
    for (let i = 0; i < w.length; i++) {
      const g = gradient[i]
      m[i] = beta1 * m[i] + (1 - beta1) * g
      v[i] = beta2 * v[i] + (1 - beta2) * g * g
      // Outside, PyTorch adds ε to the root of v, not of v̂.
      let scale = 1
      if (r > 0)
        scale = epsilonInside ? r / Math.sqrt(v[i] / vShare + epsilon) : outside / (Math.sqrt(v[i]) + epsilon)
      w[i] -= rate * (m[i] / mShare) * scale
    }
  },
})
