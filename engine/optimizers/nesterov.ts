import { defineOptimizer } from '../optimizer.ts'
import { choice } from '../parameters.ts'
import { before, change, gradient, learningRate, momentum, now, parameter, rate } from './common.ts'

/**
 * lookahead:  g_k = ∇f(w_{k−1} + β v_{k−1});  v_k = β v_{k−1} − η g_k;  Δw_k = v_k
 * buffer:     g_k = ∇f(w_{k−1});  b_k = β b_{k−1} + g_k;  Δw_k = −η (g_k + β b_k)
 *
 * At a constant η the iterates of the buffer form are the look-ahead points of the other, not its iterates. It is stable
 * up to 2(1+β)/((1+2β)L) on a quadratic, which for β > 0 is less than the 2/L of plain descent.
 */
export const nesterov = defineOptimizer({
  id: 'nesterov',
  name: 'Nesterov',
  summary: 'Momentum that looks first where its velocity carries it, and brakes on the slope it finds there.',
  sources: [
    'Nesterov, Soviet Mathematics Doklady 1983',
    'Sutskever, Martens, Dahl & Hinton, ICML 2013',
    'buffer form: PyTorch, torch.optim.SGD(nesterov=True)',
  ],
  parameters: {
    learningRate: learningRate(0.01),
    momentum: momentum(0.9),
    form: choice('form', 'lookahead', {
      lookahead: 'gradient at the look-ahead point',
      buffer: 'buffer, Δw = −η(g + βb) (PyTorch)',
    }),
  },
  slots: {
    velocity: { symbol: 'v', label: 'velocity (look-ahead form)' },
    buffer: { symbol: 'b', label: 'momentum buffer (buffer form)' },
  },
  readings: {
    firstMoment: {
      symbol: 'm',
      label: 'accumulated gradient',
      at: ({ slots, hyper, rate }, i) =>
        hyper.form === 'lookahead' ? -slots.velocity[i] / rate : slots.buffer[i],
    },
    effectiveStep: { symbol: '\\eta', label: 'effective step', at: ({ rate }) => rate },
  },
  equation: ({ form }) => {
    const beta = parameter('\\beta', 'momentum')
    return form === 'lookahead'
      ? [
          [
            now('v', 'velocity', 'm'),
            '=',
            beta,
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
          [now('b', 'buffer', 'm'), '=', beta, '\\cdot', before('b', 'buffer'), '+', gradient],
          [change, '= -', rate, '\\cdot(', gradient, '+', beta, '\\cdot', now('b', 'buffer', 'm'), ')'],
        ]
  },
  lookAhead({ w, slots, hyper }, point) {
    const { velocity } = slots
    const reach = hyper.form === 'lookahead' ? hyper.momentum : 0
    for (let i = 0; i < w.length; i++) point[i] = w[i] + reach * velocity[i]
  },
  update({ w, gradient, slots, hyper, rate }) {
    const { momentum, form } = hyper
    const { velocity, buffer } = slots
    if (form === 'lookahead') {
      for (let i = 0; i < w.length; i++) {
        const v = (velocity[i] = momentum * velocity[i] - rate * gradient[i])
        w[i] += v
      }
    } else {
      for (let i = 0; i < w.length; i++) {
        const g = gradient[i]
        const b = (buffer[i] = momentum * buffer[i] + g)
        w[i] -= rate * (g + momentum * b)
      }
    }
  },
})
