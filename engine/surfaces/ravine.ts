import { number } from '../parameters.ts'
import { defineSurface } from '../surface.ts'

/** f = ½ (x² + κ y²): the valley runs along x, and its walls are κ times as steep as its floor. */
export const ravine = defineSurface({
  id: 'ravine',
  name: 'ravine',
  summary: 'A quadratic valley, κ times as steep across as along.',
  formula: '\\tfrac12\\,(x^2+\\kappa\\,y^2)',
  sources: ['Boyd & Vandenberghe, Convex Optimization, 2004, §9.3'],
  parameters: { kappa: number('\\kappa', 'condition number', 50, [1, 10000], { scale: 'log' }) },
  value: (x, y, { kappa }) => 0.5 * (x * x + kappa * y * y),
  gradient(x, y, { kappa }, out) {
    out[0] = x
    out[1] = kappa * y
  },
  hessian(_x, _y, { kappa }, out) {
    out[0] = 1
    out[1] = 0
    out[2] = kappa
  },
  domain: () => [-6, 6, -4, 4],
  pivot: () => [0, 0],
  extrema: () => [{ at: [0, 0], kind: 'global' }],
  floor: () => 0,
  starts: [[-5, 2]],
  levels: 'log',
  rates: ({ kappa }) => ({
    sgd: 1.9 / kappa,
    momentum: 0.5 / kappa,
    nesterov: 0.5 / kappa,
    adagrad: 0.5,
    adadelta: 0.5,
    rmsprop: 0.1,
    adam: 0.2,
    rprop: 0.1,
    sign: 0.1,
    adamw: 0.2,
    nadam: 0.2,
    radam: 1 / kappa,
    adamax: 0.5,
    lion: 0.1,
    power: 0.05,
  }),
})
