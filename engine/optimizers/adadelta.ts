import { defineOptimizer } from '../optimizer.ts'
import { change, decay, epsilon, gradient, learningRate, runningMean, squaredGradient } from './common.ts'

/**
 * E[g²]_k = γ E[g²]_{k−1} + (1−γ) g_k²
 * u_k = √(E[u²]_{k−1} + ε) / √(E[g²]_k + ε) · g_k;  Δw_k = −η u_k
 * E[u²]_k = γ E[u²]_{k−1} + (1−γ) u_k²
 *
 * With η = 1 it looks free of a rate, but ε is one: the first step is √(ε/(1−γ)). Late, when both means have faded, the
 * quotient tends to √ε/√ε = 1, a rate of 1, which is unstable wherever the curvature is above 2.
 */
export const adadelta = defineOptimizer({
  id: 'adadelta',
  name: 'AdaDelta',
  summary: 'Measures its steps by its own recent steps, over recent slopes; its hidden learning rate is ε.',
  sources: ['Zeiler, arXiv:1212.5701'],
  parameters: { learningRate: learningRate(1), decay: decay(0.9), epsilon: epsilon(1e-4) },
  slots: {
    meanSquare: { symbol: 'E[g^2]', label: 'mean square of the gradient' },
    meanSquareStep: { symbol: 'E[u^2]', label: 'mean square of the steps' },
    quotient: { symbol: 'u/g', label: 'root mean square of the steps over that of the gradient' },
  },
  readings: {
    secondMoment: { symbol: 'E[g^2]', label: 'second moment', at: ({ slots }, i) => slots.meanSquare[i] },
    effectiveStep: {
      symbol: '\\eta\\sqrt{E[u^2]+\\epsilon}\\,/\\sqrt{E[g^2]+\\epsilon}',
      label: 'effective step',
      at: ({ slots, rate }, i) => rate * slots.quotient[i],
    },
  },
  equation: () => [
    runningMean('E[g^2]', 'meanSquare', 'v', ['\\gamma', 'decay'], squaredGradient),
    [
      change,
      '= -',
      {
        tex: '\\dfrac{\\eta\\sqrt{E[u^2]_{k-1}+\\epsilon}}{\\sqrt{E[g^2]_k+\\epsilon}}',
        wash: 's',
        form: 'overRoot',
        over: (at, i) => at.rate * Math.sqrt(at.before('meanSquareStep', i) + at.hyper.epsilon),
        value: (at, i) => at.now('meanSquare', i) + at.hyper.epsilon,
      },
      '\\cdot',
      gradient,
    ],
    runningMean('E[u^2]', 'meanSquareStep', undefined, ['\\gamma', 'decay'], {
      tex: 'u_k^{\\,2}',
      form: 'square',
      value: (at, i) => at.now('quotient', i) * at.now('g', i),
    }),
  ],
  update({ w, gradient, slots, hyper, rate }) {
    const { decay, epsilon } = hyper
    const { meanSquare, meanSquareStep, quotient } = slots
    for (let i = 0; i < w.length; i++) {
      const g = gradient[i]
      const a = meanSquareStep[i]
      const v = (meanSquare[i] = decay * meanSquare[i] + (1 - decay) * g * g)
      const q = (quotient[i] = Math.sqrt(a + epsilon) / Math.sqrt(v + epsilon))
      const u = q * g
      meanSquareStep[i] = decay * a + (1 - decay) * u * u
      w[i] -= rate * u
    }
  },
})
