import { defineSurface } from '../surface.ts'

/** f = x³ − 3xy²: three ways down and three up (a monkey's tail needs one too); even the Hessian is zero in the middle. */
export const monkeySaddle = defineSurface({
  id: 'monkeySaddle',
  name: 'monkey saddle',
  summary: 'Three ways down from a point where slope and curvature both vanish.',
  formula: 'x^3-3xy^2',
  sources: ['Hilbert & Cohn-Vossen, Geometry and the Imagination, 1932'],
  parameters: {},
  value: (x, y) => x * (x * x - 3 * y * y),
  gradient(x, y, _, out) {
    out[0] = 3 * (x * x - y * y)
    out[1] = -6 * x * y
  },
  hessian(x, y, _, out) {
    out[0] = 6 * x
    out[1] = -6 * y
    out[2] = -6 * x
  },
  domain: () => [-2, 2, -2, 2],
  pivot: () => [0, 0],
  extrema: () => [{ at: [0, 0], kind: 'saddle' }],
  // in two corners of the map
  floor: () => -16,
  starts: [
    [1.5, 0.01],
    [0.87, 0.11],
    [-0.53, 0.42],
  ],
  levels: 'log',
  // slopes grow without end here, so the rules that follow them are set by hand, to be watched
  rates: () => ({
    sgd: 0.02,
    momentum: 0.01,
    nesterov: 0.01,
    adagrad: 0.1,
    adadelta: 1,
    rmsprop: 0.05,
    adam: 0.05,
    rprop: 0.05,
    sign: 0.1,
    adamw: 0.05,
    nadam: 0.05,
    radam: 0.02,
    adamax: 0.1,
    lion: 0.1,
    power: 0.05,
  }),
})
