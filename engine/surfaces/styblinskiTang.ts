import type { Extremum } from '../surface.ts'
import { defineSurface } from '../surface.ts'

/** Where one coordinate's quartic is stationary: its two minima and the top between them. */
const DEEP = -2.903534027771177
const SHALLOW = 2.746802770990837
const TOP = 0.1567312567803401

const axis = (x: number): number => 0.5 * x * (x * (x * x - 16) + 5)

const extrema: readonly Extremum[] = [
  { at: [DEEP, DEEP], kind: 'global' },
  { at: [DEEP, SHALLOW], kind: 'local' },
  { at: [SHALLOW, DEEP], kind: 'local' },
  { at: [SHALLOW, SHALLOW], kind: 'local' },
  { at: [DEEP, TOP], kind: 'saddle' },
  { at: [TOP, DEEP], kind: 'saddle' },
  { at: [SHALLOW, TOP], kind: 'saddle' },
  { at: [TOP, SHALLOW], kind: 'saddle' },
  { at: [TOP, TOP], kind: 'maximum' },
]

/** f = ½ Σ (w⁴ − 16w² + 5w) over both coordinates: each chooses between a deep and a shallow minimum. */
export const styblinskiTang = defineSurface({
  id: 'styblinskiTang',
  name: 'Styblinski–Tang function',
  summary: 'Four minima, one of them deepest; each coordinate chooses its side alone.',
  formula: '\\tfrac12\\,(x^4-16x^2+5x+y^4-16y^2+5y)',
  sources: ['Styblinski & Tang, Neural Networks 3(4), 1990'],
  parameters: {},
  value: (x, y) => axis(x) + axis(y),
  gradient(x, y, _, out) {
    out[0] = x * (2 * x * x - 16) + 2.5
    out[1] = y * (2 * y * y - 16) + 2.5
  },
  hessian(x, y, _, out) {
    out[0] = 6 * x * x - 16
    out[1] = 0
    out[2] = 6 * y * y - 16
  },
  domain: () => [-5, 5, -5, 5],
  pivot: () => [0, 0],
  extrema: () => extrema,
  floor: () => 2 * axis(DEEP),
  starts: [
    [0.5, 4.2],
    [-1.13, 3.07],
    [0.53, -0.37],
  ],
  levels: 'log',
  rates: () => ({
    sgd: 0.01,
    momentum: 0.002,
    nesterov: 0.005,
    adagrad: 0.2,
    adadelta: 0.5,
    rmsprop: 0.05,
    adam: 0.1,
    rprop: 0.2,
    sign: 0.2,
    adamw: 0.2,
    nadam: 0.05,
    radam: 0.02,
    adamax: 0.2,
    lion: 0.2,
    power: 0.1,
  }),
})
