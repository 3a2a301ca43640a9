import { cos, sin } from '../mathematics.ts'
import { defineSurface } from '../surface.ts'

/** f = sin(x + y) + (x − y)² − 1.5x + 2.5y + 1: a sheet folded across, with one minimum in each fold. */
export const mccormick = defineSurface({
  id: 'mccormick',
  name: 'McCormick function',
  summary: 'Folds side by side, each a little deeper than the one before.',
  formula: '\\sin(x+y)+(x-y)^2-1.5x+2.5y+1',
  sources: ['McCormick, Mathematical Programming 10, 1976'],
  parameters: {},
  value: (x, y) => sin(x + y) + (x - y) * (x - y) - 1.5 * x + 2.5 * y + 1,
  gradient(x, y, _, out) {
    const slope = cos(x + y)
    out[0] = slope + 2 * (x - y) - 1.5
    out[1] = slope - 2 * (x - y) + 2.5
  },
  hessian(x, y, _, out) {
    const bend = sin(x + y)
    out[0] = 2 - bend
    out[1] = -2 - bend
    out[2] = 2 - bend
  },
  domain: () => [-1.5, 4, -3, 4],
  pivot: () => [-0.5471975511965977, -1.5471975511965979],
  // at x − y = 1 and x + y = ±2π/3, 4π/3
  extrema: () => [
    { at: [-0.5471975511965977, -1.5471975511965979], kind: 'global' },
    { at: [2.5943951023931957, 1.5943951023931955], kind: 'local' },
    { at: [1.5471975511965979, 0.5471975511965977], kind: 'saddle' },
  ],
  // −√3/2 − π/3
  floor: () => -1.9132229549810367,
  starts: [
    [-0.91, 3.13],
    [2.37, 1.82],
    [3.31, -1.22],
  ],
  levels: 'log',
  rates: () => ({
    sgd: 0.02,
    momentum: 0.005,
    nesterov: 0.005,
    adagrad: 1,
    adadelta: 0.5,
    rmsprop: 0.05,
    adam: 0.2,
    rprop: 0.2,
    sign: 0.1,
    adamw: 0.2,
    nadam: 0.2,
    radam: 0.1,
    adamax: 0.2,
    lion: 0.2,
    power: 0.1,
  }),
})
