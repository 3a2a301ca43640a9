import { defineSurface } from '../surface.ts'

/** f = (4 − 2.1x² + x⁴/3) x² + xy + (4y² − 4) y²: six minima in three pairs, (x, y) and (−x, −y) alike. */
export const sixHumpCamel = defineSurface({
  id: 'sixHumpCamel',
  name: 'six-hump camel',
  summary: 'Three pairs of minima of different depth, close together.',
  formula: '\\bigl(4-2.1x^2+\\tfrac13x^4\\bigr)x^2+xy+(4y^2-4)\\,y^2',
  sources: ['Dixon & Szegő, Towards Global Optimisation 2, 1978'],
  parameters: {},
  value(x, y) {
    const x2 = x * x
    const y2 = y * y
    return (4 - 2.1 * x2 + (x2 * x2) / 3) * x2 + x * y + (4 * y2 - 4) * y2
  },
  gradient(x, y, _, out) {
    const x2 = x * x
    out[0] = x * (8 - 8.4 * x2 + 2 * x2 * x2) + y
    out[1] = x + y * (16 * y * y - 8)
  },
  hessian(x, y, _, out) {
    const x2 = x * x
    out[0] = 8 - 25.2 * x2 + 10 * x2 * x2
    out[1] = 1
    out[2] = 48 * y * y - 8
  },
  domain: () => [-2, 2, -1, 1],
  pivot: () => [0, 0],
  extrema: () => [
    { at: [0.08984201310031806, -0.7126564030207396], kind: 'global' },
    { at: [-0.08984201310031806, 0.7126564030207396], kind: 'global' },
    { at: [1.703606714969981, -0.7960835686726251], kind: 'local' },
    { at: [-1.703606714969981, 0.7960835686726251], kind: 'local' },
    { at: [1.6071047529201972, 0.5686514548841314], kind: 'local' },
    { at: [-1.6071047529201972, -0.5686514548841314], kind: 'local' },
    { at: [0, 0], kind: 'saddle' },
    { at: [1.1092053368047865, -0.7682680925095399], kind: 'saddle' },
    { at: [-1.1092053368047865, 0.7682680925095399], kind: 'saddle' },
    { at: [1.6380679841897785, 0.22867406904439408], kind: 'saddle' },
    { at: [-1.6380679841897785, -0.22867406904439408], kind: 'saddle' },
    { at: [1.2960702671671092, 0.6050843880386585], kind: 'saddle' },
    { at: [-1.2960702671671092, -0.6050843880386585], kind: 'saddle' },
    { at: [1.2302298765166526, 0.16233458445899496], kind: 'maximum' },
    { at: [-1.2302298765166526, -0.16233458445899496], kind: 'maximum' },
  ],
  floor: () => -1.0316284534898774,
  starts: [
    [-1.6, 0.9],
    [0.21, 0.95],
    [1.13, 0.57],
  ],
  levels: 'log',
  rates: () => ({
    sgd: 0.02,
    momentum: 0.01,
    nesterov: 0.05,
    adagrad: 0.1,
    adadelta: 0.05,
    rmsprop: 0.02,
    adam: 0.05,
    rprop: 0.02,
    sign: 0.01,
    adamw: 0.02,
    nadam: 0.005,
    radam: 0.05,
    adamax: 0.02,
    lion: 0.005,
    power: 0.005,
  }),
})
