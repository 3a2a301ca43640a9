import { defineSurface } from '../surface.ts'

/** f = (x² + y − 11)² + (x + y² − 7)²: four equal minima, four saddles between them and a hill in the middle. */
export const himmelblau = defineSurface({
  id: 'himmelblau',
  name: 'four minima of Himmelblau',
  summary: 'Four minima of equal depth: the optimizer decides in which one it ends.',
  formula: '(x^2+y-11)^2+(x+y^2-7)^2',
  sources: ['Himmelblau, Applied Nonlinear Programming, 1972'],
  parameters: {},
  value(x, y) {
    const p = x * x + y - 11
    const q = x + y * y - 7
    return p * p + q * q
  },
  gradient(x, y, _, out) {
    const p = x * x + y - 11
    const q = x + y * y - 7
    out[0] = 4 * x * p + 2 * q
    out[1] = 2 * p + 4 * y * q
  },
  hessian(x, y, _, out) {
    out[0] = 12 * x * x + 4 * y - 42
    out[1] = 4 * (x + y)
    out[2] = 12 * y * y + 4 * x - 26
  },
  domain: () => [-6, 6, -6, 6],
  pivot: () => [0, 0],
  extrema: () => [
    { at: [3, 2], kind: 'global' },
    { at: [-2.805118086952745, 3.131312518250573], kind: 'global' },
    { at: [-3.779310253377747, -3.2831859912861696], kind: 'global' },
    { at: [3.5844283403304917, -1.8481265269644036], kind: 'global' },
    { at: [3.385154183607021, 0.07385187983774928], kind: 'saddle' },
    { at: [0.08667750455539636, 2.884254701174776], kind: 'saddle' },
    { at: [-3.0730257507643897, -0.08135304428796751], kind: 'saddle' },
    { at: [-0.12796134673068008, -1.9537149802445763], kind: 'saddle' },
    { at: [-0.2708445906673476, -0.9230385564799815], kind: 'maximum' },
  ],
  floor: () => 0,
  starts: [
    [0, -0.5],
    [0.875, 4.5],
    [-1.13, 4.02],
  ],
  levels: 'log',
  rates: () => ({
    sgd: 0.005,
    momentum: 0.002,
    nesterov: 0.002,
    adagrad: 0.5,
    adadelta: 0.5,
    rmsprop: 0.05,
    adam: 0.1,
    rprop: 0.2,
    sign: 0.1,
    adamw: 0.5,
    nadam: 0.2,
    radam: 0.05,
    adamax: 0.5,
    lion: 0.1,
    power: 0.05,
  }),
})
