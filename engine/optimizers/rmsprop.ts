import { defineOptimizer } from '../optimizer.ts'
import { number, toggle } from '../parameters.ts'
import { decay, epsilon, epsilonInside, learningRate } from './common.ts'

/**
 * E[g²]_k = γ E[g²]_{k−1} + (1−γ) g_k²;  Δw_k = −η g_k / √(E[g²]_k + ε)
 *
 * The lecture keeps ε inside the root; PyTorch divides by √E[g²] + ε. There is no bias correction: the first step
 * is η/√(1−γ). With γ = 0 and ε = 0 it is sign descent exactly.
 */
export const rmsprop = defineOptimizer({
  id: 'rmsprop',
  name: 'RMSProp',
  summary: 'Divides each slope by the root of its recent mean square; with steady slopes only their signs remain.',
  sources: ['Tieleman & Hinton, Lecture 6.5, Coursera 2012', 'centred form: Graves, arXiv:1308.0850'],
  parameters: {
    learningRate: learningRate(0.01),
    decay: decay(0.9),
    epsilon: epsilon(1e-8),
    epsilonInside,
    centered: toggle('subtract the squared mean gradient (centred)', false),
    momentum: number('\\beta', 'momentum on the scaled gradient', 0, [0, 0.9999], { key: 'beta' }),
  },
  slots: {
    meanSquare: { symbol: 'E[g^2]', label: 'mean square of the gradient' },
    meanGradient: { symbol: 'E[g]', label: 'mean gradient (centred form)' },
    velocity: { symbol: 'b', label: 'momentum of the scaled gradient' },
  },
  readings: {
    secondMoment: {
      symbol: 'E[g^2]',
      label: 'second moment',
      at: ({ slots }, i) => slots.meanSquare[i],
    },
    effectiveStep: {
      symbol: '\\eta\\,/\\sqrt{E[g^2]+\\epsilon}',
      label: 'effective step',
      at: ({ slots, hyper, rate }, i) => {
        const mean = slots.meanGradient[i]
        const d = slots.meanSquare[i] - (hyper.centered ? mean * mean : 0)
        return rate / (hyper.epsilonInside ? Math.sqrt(d + hyper.epsilon) : Math.sqrt(d) + hyper.epsilon)
      },
    },
  },
  equation: [
    [
      { tex: 'E[g^2]_k', wash: 'v', value: (at, i) => at.now('meanSquare', i) },
      '=',
      { tex: '\\gamma', value: (at) => at.hyper.decay },
      '\\cdot',
      { tex: 'E[g^2]_{k-1}', value: (at, i) => at.before('meanSquare', i) },
      '+',
      { tex: '(1-\\gamma)', value: (at) => 1 - at.hyper.decay },
      '\\cdot',
      { tex: 'g_k^{\\,2}', wash: 'g', form: 'square', value: (at, i) => at.now('g', i) },
    ],
    [
      { tex: '\\Delta w_k', wash: 'u', value: (at, i) => at.now('update', i) },
      '= -',
      {
        tex: '\\dfrac{\\eta}{\\sqrt{E[g^2]_k+\\epsilon}}',
        wash: 's',
        form: 'overRoot',
        over: (at) => at.rate,
        value: (at, i) => at.now('meanSquare', i),
      },
      '\\cdot',
      { tex: 'g_k', wash: 'g', value: (at, i) => at.now('g', i) },
    ],
  ],
  update({ w, gradient, slots, hyper, rate }) {
    const { decay, epsilon, epsilonInside, centered, momentum } = hyper
    const { meanSquare, meanGradient, velocity } = slots
    for (let i = 0; i < w.length; i++) {
      const g = gradient[i]
      meanSquare[i] = decay * meanSquare[i] + (1 - decay) * g * g
      let d = meanSquare[i]
      if (centered) {
        meanGradient[i] = decay * meanGradient[i] + (1 - decay) * g
        d -= meanGradient[i] * meanGradient[i]
      }
      const u = g / (epsilonInside ? Math.sqrt(d + epsilon) : Math.sqrt(d) + epsilon)
      velocity[i] = momentum * velocity[i] + u
      w[i] -= rate * velocity[i]
    }
  },
})
