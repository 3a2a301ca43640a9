import { defineSurface } from '../surface.ts'

/**
 * f = ½ x² − ½ y² + ¼ y⁴ + ¼ = ½ x² + ¼ (y² − 1)²: the origin draws everything in along x and lets it go along y, at a
 * speed that is proportional to how far y has come already.
 */
export const doubleWell = defineSurface({
  id: 'doubleWell',
  name: 'saddle between two minima',
  summary: 'A saddle that is left slowly, with a minimum on either side.',
  formula: '\\tfrac12x^2-\\tfrac12y^2+\\tfrac14y^4+\\tfrac14',
  sources: ['Nesterov, Introductory Lectures on Convex Optimization, 2004, example 1.2.2'],
  parameters: {},
  value(x, y) {
    const q = y * y - 1
    return 0.5 * x * x + 0.25 * q * q
  },
  gradient(x, y, _, out) {
    out[0] = x
    out[1] = y * (y * y - 1)
  },
  hessian(_x, y, _, out) {
    out[0] = 1
    out[1] = 0
    out[2] = 3 * y * y - 1
  },
  domain: () => [-2, 2, -2, 2],
  pivot: () => [0, 0],
  extrema: () => [
    { at: [0, 1], kind: 'global' },
    { at: [0, -1], kind: 'global' },
    { at: [0, 0], kind: 'saddle' },
  ],
  floor: () => 0,
  starts: [
    [1.5, 0.001],
    [1.5, 0.1],
    [1.5, 0],
  ],
  levels: 'log',
  rates: () => ({
    sgd: 0.1,
    momentum: 0.05,
    nesterov: 0.05,
    adagrad: 0.1,
    adadelta: 2,
    rmsprop: 0.02,
    adam: 0.05,
    rprop: 0.1,
    sign: 0.1,
    adamw: 0.05,
    nadam: 0.1,
    radam: 0.1,
    adamax: 0.1,
    lion: 0.1,
    power: 0.05,
  }),
})
