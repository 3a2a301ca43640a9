import { defineSurface } from '../surface.ts'

/**
 * f = Σ tᵢ², tᵢ = cᵢ − x (1 − yⁱ), c = 1.5, 2.25, 2.625: flat near its minimum, steep like y⁶ far from it. Usually shown
 * on ±4.5; the map shows the part where something can be seen.
 */
export const beale = defineSurface({
  id: 'beale',
  name: 'Beale function',
  summary: 'A flat valley between steep corners, and a saddle on the way.',
  formula: '(1.5-x+xy)^2+(2.25-x+xy^2)^2+(2.625-x+xy^3)^2',
  sources: ['Beale, Princeton Statistical Techniques Research Group, Technical Report 25, 1958'],
  parameters: {},
  value(x, y) {
    const t1 = 1.5 - x * (1 - y)
    const t2 = 2.25 - x * (1 - y * y)
    const t3 = 2.625 - x * (1 - y * y * y)
    return t1 * t1 + t2 * t2 + t3 * t3
  },
  gradient(x, y, _, out) {
    const y2 = y * y
    const y3 = y2 * y
    const t1 = 1.5 - x * (1 - y)
    const t2 = 2.25 - x * (1 - y2)
    const t3 = 2.625 - x * (1 - y3)
    out[0] = 2 * (t1 * (y - 1) + t2 * (y2 - 1) + t3 * (y3 - 1))
    out[1] = 2 * x * (t1 + 2 * y * t2 + 3 * y2 * t3)
  },
  hessian(x, y, _, out) {
    const y2 = y * y
    const y3 = y2 * y
    const t1 = 1.5 - x * (1 - y)
    const t2 = 2.25 - x * (1 - y2)
    const t3 = 2.625 - x * (1 - y3)
    out[0] = 2 * ((y - 1) * (y - 1) + (y2 - 1) * (y2 - 1) + (y3 - 1) * (y3 - 1))
    out[1] = 2 * (t1 + 2 * y * t2 + 3 * y2 * t3 + x * (y - 1 + 2 * y * (y2 - 1) + 3 * y2 * (y3 - 1)))
    out[2] = 2 * x * (x * (1 + 4 * y2 + 9 * y2 * y2) + 2 * t2 + 6 * y * t3)
  },
  domain: () => [-0.5, 4.5, -1.5, 2],
  pivot: () => [3, 0.5],
  extrema: () => [
    { at: [3, 0.5], kind: 'global' },
    { at: [0, 1], kind: 'saddle' },
  ],
  floor: () => 0,
  starts: [
    [1, 1.5],
    [2.31, -0.58],
    [1.13, 1.07],
  ],
  levels: 'log',
  rates: () => ({
    sgd: 0.01,
    momentum: 0.002,
    nesterov: 0.002,
    adagrad: 0.2,
    adadelta: 0.5,
    rmsprop: 0.05,
    adam: 0.1,
    rprop: 0.1,
    sign: 0.05,
    adamw: 0.2,
    nadam: 0.1,
    radam: 0.01,
    adamax: 0.2,
    lion: 0.1,
    power: 0.05,
  }),
})
