import { defineOptimizer } from '../optimizer.ts'
import { change, learningRate, rate } from './common.ts'

/**
 * Δw_k = −η sign(g_k), sign(0) = 0
 *
 * What RMSProp tends to when each slope is steady. Every coordinate moves by η however flat or steep it is there, and at
 * the minimum still does: the price is a bounce of size η.
 */
export const sign = defineOptimizer({
  id: 'sign',
  name: 'Sign descent',
  summary: 'Steps by η along the sign of each slope: the limit of RMSProp for steady slopes.',
  sources: ['Bernstein, Wang, Azizzadenesheli & Anandkumar, ICML 2018'],
  parameters: { learningRate: learningRate(0.1) },
  slots: {},
  readings: {
    effectiveStep: {
      symbol: '\\eta\\,/\\,|g|',
      label: 'effective step',
      at: ({ gradient, rate }, i) => (rate * Math.sign(gradient[i])) / gradient[i],
    },
  },
  equation: () => [
    [
      change,
      '= -',
      rate,
      '\\cdot',
      { tex: '\\operatorname{sign}(g_k)', wash: 'g', value: (at, i) => Math.sign(at.now('g', i)) },
    ],
  ],
  update({ w, gradient, rate }) {
    for (let i = 0; i < w.length; i++) w[i] -= rate * Math.sign(gradient[i])
  },
})
