import { defineSurface } from '../surface.ts'

/** f = (x + 2y − 7)² + (2x + y − 5)²: a quadratic bowl nine times as steep along one diagonal as along the other. */
export const booth = defineSurface({
  id: 'booth',
  name: 'Booth function',
  summary: 'A quadratic bowl whose axes are the diagonals.',
  formula: '(x+2y-7)^2+(2x+y-5)^2',
  sources: ['Jamil & Yang, arXiv:1308.4008, no. 17'],
  parameters: {},
  value(x, y) {
    const p = x + 2 * y - 7
    const q = 2 * x + y - 5
    return p * p + q * q
  },
  gradient(x, y, _, out) {
    const p = x + 2 * y - 7
    const q = 2 * x + y - 5
    out[0] = 2 * p + 4 * q
    out[1] = 4 * p + 2 * q
  },
  hessian(_x, _y, _, out) {
    out[0] = 10
    out[1] = 8
    out[2] = 10
  },
  domain: () => [-10, 10, -10, 10],
  pivot: () => [1, 3],
  extrema: () => [{ at: [1, 3], kind: 'global' }],
  floor: () => 0,
  starts: [
    [6.1, -2.3],
    [-3.7, 5.2],
    [-1.9, -4.4],
  ],
  levels: 'log',
  rates: () => ({
    sgd: 0.05,
    momentum: 0.01,
    nesterov: 0.02,
    adagrad: 0.5,
    adadelta: 0.5,
    rmsprop: 0.2,
    adam: 0.2,
    rprop: 0.5,
    sign: 0.1,
    adamw: 0.2,
    nadam: 0.2,
    radam: 0.2,
    adamax: 0.5,
    lion: 0.1,
    power: 0.2,
  }),
})
