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
  // the further the better here, so no search: the rates of the saddle between two minima, for twice the curvature
  rates: () => ({ sgd: 0.05, momentum: 0.02, rmsprop: 0.02, adam: 0.05 }),
})
