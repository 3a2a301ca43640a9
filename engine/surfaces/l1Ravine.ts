import { defineSurface } from '../surface.ts'

/** f = |x| + 10 |y|: slopes never shrink near the minimum, so no constant rate settles. sign(0) = 0 on the edges. */
export const l1Ravine = defineSurface({
  id: 'l1Ravine',
  name: 'sharp-edged ravine',
  summary: 'A ravine of flat planes: the slope is the same however near the minimum is.',
  formula: '|x|+10\\,|y|',
  sources: ['Shor, Minimization Methods for Non-Differentiable Functions, 1985'],
  parameters: {},
  value: (x, y) => Math.abs(x) + 10 * Math.abs(y),
  gradient(x, y, _, out) {
    out[0] = Math.sign(x)
    out[1] = 10 * Math.sign(y)
  },
  hessian(_x, _y, _, out) {
    out[0] = 0
    out[1] = 0
    out[2] = 0
  },
  domain: () => [-6, 6, -4, 4],
  pivot: () => [0, 0],
  extrema: () => [{ at: [0, 0], kind: 'global' }],
  floor: () => 0,
  starts: [[-5, 2]],
  levels: 'log',
  rates: () => ({
    sgd: 0.05,
    momentum: 0.002,
    nesterov: 0.002,
    adagrad: 0.2,
    adadelta: 0.2,
    rmsprop: 0.05,
    adam: 0.05,
    rprop: 0.2,
    sign: 0.02,
    adamw: 0.1,
    nadam: 0.02,
    radam: 0.05,
    adamax: 0.05,
    lion: 0.02,
    power: 0.02,
  }),
})
