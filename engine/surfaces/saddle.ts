import { defineSurface } from '../surface.ts'

/** f = x² − y²: no minimum at all; whoever leaves the saddle never arrives anywhere. */
export const saddle = defineSurface({
  id: 'saddle',
  name: 'plain saddle',
  summary: 'Falls for ever once the saddle is left.',
  formula: 'x^2-y^2',
  sources: ['Dauphin et al., arXiv:1406.2572'],
  parameters: {},
  value: (x, y) => x * x - y * y,
  gradient(x, y, _, out) {
    out[0] = 2 * x
    out[1] = -2 * y
  },
  hessian(_x, _y, _, out) {
    out[0] = 2
    out[1] = 0
    out[2] = -2
  },
  domain: () => [-2, 2, -2, 2],
  pivot: () => [0, 0],
  extrema: () => [{ at: [0, 0], kind: 'saddle' }],
  // at the edge of the map
  floor: () => -4,
  starts: [
    [1.5, 0.01],
    [-0.92, 0.031],
  ],
  levels: 'log',
  // slopes grow without end here, so the rules that follow them are set by hand, to be watched
  rates: () => ({
    sgd: 0.05,
    momentum: 0.02,
    nesterov: 0.02,
    adagrad: 0.1,
    adadelta: 1,
    rmsprop: 0.05,
    adam: 0.1,
    rprop: 0.05,
    sign: 0.1,
    adamw: 0.1,
    nadam: 0.1,
    radam: 0.05,
    adamax: 0.1,
    lion: 0.1,
    power: 0.05,
  }),
})
