import { exp } from '../mathematics.ts'
import { number } from '../parameters.ts'
import { defineSurface } from '../surface.ts'

/** f = 1 − exp(−(x² + y²)/(2 s²)): on the plateau around it the slope is all but zero, yet it points the right way. */
export const well = defineSurface({
  id: 'well',
  name: 'well in a plateau',
  summary: 'A narrow well in a plain so flat that small gradients stop counting.',
  formula: '1-\\exp\\Bigl(-\\frac{x^2+y^2}{2s^2}\\Bigr)',
  sources: ['on plateaus: Goodfellow, Bengio & Courville, Deep Learning, 2016, §8.2.3'],
  parameters: { s: number('s', 'width of the well', 1, [0.5, 4]) },
  value: (x, y, { s }) => 1 - exp(-(x * x + y * y) / (2 * s * s)),
  gradient(x, y, { s }, out) {
    const inverse = 1 / (s * s)
    const slope = inverse * exp(-0.5 * inverse * (x * x + y * y))
    out[0] = slope * x
    out[1] = slope * y
  },
  hessian(x, y, { s }, out) {
    const inverse = 1 / (s * s)
    const slope = inverse * exp(-0.5 * inverse * (x * x + y * y))
    out[0] = slope * (1 - inverse * x * x)
    out[1] = -slope * inverse * x * y
    out[2] = slope * (1 - inverse * y * y)
  },
  domain: () => [-6, 6, -6, 6],
  pivot: () => [0, 0],
  extrema: () => [{ at: [0, 0], kind: 'global' }],
  floor: () => 0,
  starts: [
    [-3, 2],
    [-4, 3],
  ],
  levels: 'sqrt',
  rates: () => ({
    sgd: 0.5,
    momentum: 0.5,
    nesterov: 0.2,
    adagrad: 0.5,
    adadelta: 2,
    rmsprop: 0.05,
    adam: 0.05,
    rprop: 0.1,
    sign: 0.1,
    adamw: 0.2,
    nadam: 0.02,
    radam: 0.2,
    adamax: 0.5,
    lion: 0.1,
    power: 0.05,
  }),
})
