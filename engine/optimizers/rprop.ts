import { defineOptimizer } from '../optimizer.ts'
import { number } from '../parameters.ts'
import { age, before, change, learningRate, now } from './common.ts'

/**
 * Δ_k = Δ_{k−1} · (η⁺ if g_k g̃_{k−1} > 0, η⁻ if < 0, else 1), kept within [Δ_min, Δ_max]
 * g̃_k = 0 if the sign has just changed, else g_k;  Δw_k = −sign(g̃_k) Δ_k
 *
 * Each coordinate finds its own step size; after a change of sign it waits for one update. The learning rate is only the
 * first step. It trusts every sign, so the noise of minibatches makes its steps collapse: RMSProp averages instead.
 */
export const rprop = defineOptimizer({
  id: 'rprop',
  name: 'RProp',
  summary: 'Only the sign of each slope: longer steps while it stays, half the step when it changes.',
  sources: ['Riedmiller & Braun, IEEE International Conference on Neural Networks 1993'],
  parameters: {
    learningRate: { ...learningRate(0.1), symbol: '\\Delta_0', label: 'first step size' },
    etaMinus: number('\\eta^-', 'factor after a change of sign', 0.5, [0.01, 1], { key: 'minus' }),
    etaPlus: number('\\eta^+', 'factor while the sign stays', 1.2, [1, 5], { key: 'plus' }),
    stepMin: number('\\Delta_{\\min}', 'smallest step', 1e-6, [0, 1], { scale: 'log', key: 'min' }),
    stepMax: number('\\Delta_{\\max}', 'largest step', 50, [1e-6, 1e6], { scale: 'log', key: 'max' }),
  },
  slots: {
    stepSize: {
      symbol: '\\Delta',
      label: 'step size',
      initial: (hyper: { learningRate: number }) => hyper.learningRate,
    },
    acted: { symbol: '\\tilde g', label: 'gradient acted upon; 0 just after a change of sign' },
    age,
  },
  readings: {
    effectiveStep: {
      symbol: '|\\Delta w|\\,/\\,|g|',
      label: 'effective step',
      at: ({ slots, gradient }, i) =>
        (Math.abs(Math.sign(slots.acted[i])) * slots.stepSize[i]) / Math.abs(gradient[i]),
    },
  },
  equation: () => [
    [
      now('\\Delta', 'stepSize', 's'),
      '= \\operatorname{clip}(',
      {
        ...before('\\Delta', 'stepSize'),
        // A scheduled first rate stands in for the one that the slot began with.
        value: (at, i) => (at.now('age', 0) === 1 ? at.rate : at.before('stepSize', i)),
      },
      '\\cdot',
      {
        tex: '\\eta^{\\pm}_k',
        wash: 'g',
        value: (at, i) => {
          const agreement = at.now('g', i) * at.before('acted', i)
          return agreement > 0 ? at.hyper.etaPlus : agreement < 0 ? at.hyper.etaMinus : 1
        },
      },
      ')',
    ],
    [
      change,
      '= -',
      {
        tex: '\\operatorname{sign}(\\tilde g_k)',
        wash: 'g',
        value: (at, i) => Math.sign(at.now('acted', i)),
      },
      '\\cdot',
      now('\\Delta', 'stepSize', 's'),
    ],
  ],
  update({ w, gradient, slots, hyper, rate }) {
    const { etaMinus, etaPlus, stepMin, stepMax } = hyper
    const { stepSize, acted, age } = slots
    if (++age[0] === 1) stepSize.fill(rate)
    for (let i = 0; i < w.length; i++) {
      const g = gradient[i]
      const agreement = g * acted[i]
      const factor = agreement > 0 ? etaPlus : agreement < 0 ? etaMinus : 1
      const size = (stepSize[i] = Math.min(stepMax, Math.max(stepMin, stepSize[i] * factor)))
      const slope = (acted[i] = agreement < 0 ? 0 : g)
      w[i] -= Math.sign(slope) * size
    }
  },
})
