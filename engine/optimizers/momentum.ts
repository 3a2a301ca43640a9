import { defineOptimizer, type Term } from '../optimizer.ts'
import { choice, number } from '../parameters.ts'
import {
  age,
  before,
  change,
  gradient,
  learningRate,
  momentum as beta,
  now,
  parameter,
  rate,
} from './common.ts'

/**
 * classic:  v_k = β v_{k−1} − η g_k;  Δw_k = v_k
 * buffer:   b_1 = g_1, then b_k = β b_{k−1} + (1−τ) g_k;  Δw_k = −η b_k
 *
 * The same path while η is constant and the dampening τ is 0. When η falls, the classic velocity keeps what earlier,
 * larger rates gave it; the buffer is scaled down at once. On a steady slope both gain a factor 1/(1−β).
 */
export const momentum = defineOptimizer({
  id: 'momentum',
  name: 'Momentum',
  summary:
    'A heavy ball: keeps a share of its last step, so steady slopes add up and alternating ones cancel.',
  sources: ['Polyak, USSR Computational Mathematics 1964', 'buffer form: PyTorch, torch.optim.SGD'],
  parameters: {
    learningRate: learningRate(0.01),
    momentum: beta(0.9),
    form: choice('form', 'classic', {
      classic: 'velocity, v = βv − ηg',
      buffer: 'buffer, b = βb + g (PyTorch)',
    }),
    dampening: number('\\tau', 'dampening of the buffer form', 0, [0, 1], { key: 'damp' }),
  },
  slots: {
    velocity: { symbol: 'v', label: 'velocity (classic form)' },
    buffer: { symbol: 'b', label: 'momentum buffer (buffer form)' },
    age,
  },
  readings: {
    firstMoment: {
      symbol: 'm',
      label: 'accumulated gradient',
      at: ({ slots, hyper, rate }, i) =>
        hyper.form === 'classic' ? -slots.velocity[i] / rate : slots.buffer[i],
    },
    effectiveStep: { symbol: '\\eta', label: 'effective step', at: ({ rate }) => rate },
  },
  equation: ({ form, dampening }) =>
    form === 'classic'
      ? [
          [
            now('v', 'velocity', 'm'),
            '=',
            parameter('\\beta', 'momentum'),
            '\\cdot',
            before('v', 'velocity'),
            '-',
            rate,
            '\\cdot',
            gradient,
          ],
          [change, '=', now('v', 'velocity', 'm')],
        ]
      : [
          [
            now('b', 'buffer', 'm'),
            '=',
            parameter('\\beta', 'momentum'),
            '\\cdot',
            before('b', 'buffer'),
            '+',
            ...(dampening === 0
              ? []
              : [
                  {
                    // The first gradient enters whole.
                    tex: '(1-\\tau)',
                    value: (at) => (at.now('age', 0) === 1 ? 1 : 1 - at.hyper.dampening),
                  } satisfies Term,
                  '\\cdot',
                ]),
            gradient,
          ],
          [change, '= -', rate, '\\cdot', now('b', 'buffer', 'm')],
        ],
  update({ w, gradient, slots, hyper, rate }) {
    const { momentum, form, dampening } = hyper
    const { velocity, buffer, age } = slots
    const share = ++age[0] === 1 ? 1 : 1 - dampening
    if (form === 'classic') {
      for (let i = 0; i < w.length; i++) {
        const v = (velocity[i] = momentum * velocity[i] - rate * gradient[i])
        w[i] += v
      }
    } else {
      for (let i = 0; i < w.length; i++) {
        const b = (buffer[i] = momentum * buffer[i] + share * gradient[i])
        w[i] -= rate * b
      }
    }
  },
})
