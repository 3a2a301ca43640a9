import { defineOptimizer } from '../optimizer.ts'
import { change, gradient, learningRate, rate } from './common.ts'

/**
 * Δw_k = −η g_k
 *
 * On a quadratic it converges for η < 2/L, L the largest curvature: the steepest direction limits the step, the
 * shallowest one sets how long it takes.
 */
export const sgd = defineOptimizer({
  id: 'sgd',
  name: 'SGD',
  summary: 'Steps straight down the slope, in proportion to it; remembers nothing.',
  sources: ['Cauchy, Comptes Rendus 1847', 'Robbins & Monro, Annals of Mathematical Statistics 1951'],
  parameters: { learningRate: learningRate(0.038) },
  slots: {},
  readings: {
    effectiveStep: { symbol: '\\eta', label: 'effective step', at: ({ rate }) => rate },
  },
  equation: () => [[change, '= -', rate, '\\cdot', gradient]],
  update({ w, gradient, rate }) {
    for (let i = 0; i < w.length; i++) w[i] -= rate * gradient[i]
  },
})
