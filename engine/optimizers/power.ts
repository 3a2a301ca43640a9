import { pow } from '../mathematics.ts'
import { defineOptimizer } from '../optimizer.ts'
import { number } from '../parameters.ts'
import { change, decay, epsilon, gradient, learningRate, runningMean, squaredGradient } from './common.ts'

/** (v + ε)^p; the powers that have a name without a logarithm, so that they keep every bit. */
const raise = (base: number, p: number): number => (p === 0.5 ? Math.sqrt(base) : pow(base, p))

/**
 * v_k = γ v_{k−1} + (1−γ) g_k²;  v̂_k = v_k / (1−γᵏ);  Δw_k = −η g_k / (v̂_k + ε)^p
 *
 * p = 0 is SGD, p = ½ RMSProp with bias correction. The first step is η g^(1−2p): only at p = ½ do the units of the
 * gradient cancel, so only there the shape of a ravine does not matter; above ½ the scaling over-corrects.
 */
export const power = defineOptimizer({
  id: 'power',
  name: 'Power p',
  summary: 'Divides each slope by a chosen power p of its mean square: SGD at p = 0, like RMSProp at p = ½.',
  sources: ['Chen et al., Padam, IJCAI 2020, for p between 0 and ½'],
  parameters: {
    learningRate: learningRate(0.1),
    exponent: number('p', 'power of the second moment', 0.5, [0, 1], { key: 'p' }),
    decay: decay(0.9),
    epsilon: epsilon(1e-8),
  },
  slots: {
    meanSquare: { symbol: 'v', label: 'mean square of the gradient' },
    decayPower: { symbol: '\\gamma^k', label: 'γ to the power k', size: 'run', initial: 1 },
  },
  readings: {
    secondMoment: {
      symbol: '\\hat v',
      label: 'second moment',
      at: ({ slots }, i) => slots.meanSquare[i] / (1 - slots.decayPower[0]),
    },
    effectiveStep: {
      symbol: '\\eta\\,/\\,(\\hat v+\\epsilon)^p',
      label: 'effective step',
      at: ({ slots, hyper, rate }, i) =>
        rate / raise(slots.meanSquare[i] / (1 - slots.decayPower[0]) + hyper.epsilon, hyper.exponent),
    },
  },
  equation: () => [
    runningMean('v', 'meanSquare', 'v', ['\\gamma', 'decay'], squaredGradient),
    [
      change,
      '= -',
      {
        tex: '\\dfrac{\\eta}{(\\hat v_k+\\epsilon)^p}',
        wash: 's',
        form: 'over',
        over: (at) => at.rate,
        value: (at, i) => raise(at.now('secondMoment', i) + at.hyper.epsilon, at.hyper.exponent),
      },
      '\\cdot',
      gradient,
    ],
  ],
  update({ w, gradient, slots, hyper, rate }) {
    const { exponent, decay, epsilon } = hyper
    const { meanSquare, decayPower } = slots
    decayPower[0] *= decay
    const share = 1 - decayPower[0]
    for (let i = 0; i < w.length; i++) {
      const g = gradient[i]
      meanSquare[i] = decay * meanSquare[i] + (1 - decay) * g * g
      w[i] -= (rate * g) / raise(meanSquare[i] / share + epsilon, exponent)
    }
  },
})
