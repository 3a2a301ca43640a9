import { number } from '../parameters.ts'
import { defineSurface } from '../surface.ts'

/** f = (a − x)² + b (y − x²)²: finding the curved valley is easy, following it to (a, a²) is not. */
export const rosenbrock = defineSurface({
  id: 'rosenbrock',
  name: 'Rosenbrock valley',
  summary: 'A curved valley, steep across and almost level along.',
  formula: '(a-x)^2+b\\,(y-x^2)^2',
  sources: ['Rosenbrock, The Computer Journal 3(3), 1960'],
  parameters: {
    a: number('a', 'place of the minimum', 1, [-1.5, 1.5]),
    b: number('b', 'steepness of the walls', 10, [1, 1000], { scale: 'log' }),
  },
  value(x, y, { a, b }) {
    const across = y - x * x
    return (a - x) * (a - x) + b * across * across
  },
  gradient(x, y, { a, b }, out) {
    const across = y - x * x
    out[0] = -2 * (a - x) - 4 * b * x * across
    out[1] = 2 * b * across
  },
  hessian(x, y, { b }, out) {
    out[0] = 2 + b * (12 * x * x - 4 * y)
    out[1] = -4 * b * x
    out[2] = 2 * b
  },
  domain: () => [-2, 2, -1, 3],
  pivot: ({ a }) => [a, a * a],
  extrema: ({ a }) => [{ at: [a, a * a], kind: 'global' }],
  floor: () => 0,
  starts: [
    [-1.5, 2],
    [-1.2, 1],
    [-0.14, 2.14],
  ],
  levels: 'log',
  rates: ({ b }) => ({
    sgd: 0.2 / b,
    momentum: 0.1 / b,
    nesterov: 0.05 / b,
    adagrad: 0.5,
    adadelta: 0.1,
    rmsprop: b < 30 ? 0.05 : 0.01,
    adam: 0.1,
    rprop: 0.05,
    sign: 0.005,
    adamw: 0.05,
    nadam: 0.01,
    radam: 0.5 / b,
    adamax: 0.1,
    lion: 0.02,
    power: b < 30 ? 0.05 : 0.01,
  }),
})
