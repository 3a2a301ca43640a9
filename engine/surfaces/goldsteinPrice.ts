import { defineSurface } from '../surface.ts'

/** A(u) = 1 + (u + 1)² (3u² − 14u + 19) and its derivatives, u = x + y. */
const a = (u: number): number => 1 + (u + 1) * (u + 1) * (u * (3 * u - 14) + 19)
const a1 = (u: number): number => 12 * (u + 1) * (u - 1) * (u - 2)
const a2 = (u: number): number => 12 * (u * (3 * u - 4) - 1)
/** B(v) = 30 + v² (3v² − 16v + 18) and its derivatives, v = 2x − 3y. */
const b = (v: number): number => 30 + v * v * (v * (3 * v - 16) + 18)
const b1 = (v: number): number => 12 * v * (v - 1) * (v - 3)
const b2 = (v: number): number => 12 * (v * (3 * v - 8) + 3)

/**
 * f = A(x + y) B(2x − 3y), usually printed as one polynomial of degree eight. Its values run from 3 to a million, which is
 * why heights are shown on a log scale.
 */
export const goldsteinPrice = defineSurface({
  id: 'goldsteinPrice',
  name: 'Goldstein–Price function',
  summary: 'Four minima in a landscape that spans five powers of ten.',
  formula: '\\bigl(1+(u+1)^2(3u^2-14u+19)\\bigr)\\bigl(30+v^2(3v^2-16v+18)\\bigr),\\quad u=x+y,\\; v=2x-3y',
  sources: ['Goldstein & Price, Mathematics of Computation 25, 1971'],
  parameters: {},
  value: (x, y) => a(x + y) * b(2 * x - 3 * y),
  gradient(x, y, _, out) {
    const u = x + y
    const v = 2 * x - 3 * y
    const alongU = a1(u) * b(v)
    const alongV = a(u) * b1(v)
    out[0] = alongU + 2 * alongV
    out[1] = alongU - 3 * alongV
  },
  hessian(x, y, _, out) {
    const u = x + y
    const v = 2 * x - 3 * y
    const uu = a2(u) * b(v)
    const uv = a1(u) * b1(v)
    const vv = a(u) * b2(v)
    out[0] = uu + 4 * uv + 4 * vv
    out[1] = uu - uv - 6 * vv
    out[2] = uu - 6 * uv + 9 * vv
  },
  domain: () => [-2, 2, -2, 2],
  pivot: () => [0, -1],
  extrema: () => [
    { at: [0, -1], kind: 'global' },
    { at: [-0.6, -0.4], kind: 'local' },
    { at: [1.8, 0.2], kind: 'local' },
    { at: [1.2, 0.8], kind: 'local' },
    { at: [-0.4, -0.6], kind: 'saddle' },
    { at: [1.2, -0.2], kind: 'saddle' },
    { at: [1.4, 0.6], kind: 'saddle' },
    { at: [0.6, 0.4], kind: 'saddle' },
    { at: [0.8, 0.2], kind: 'maximum' },
  ],
  floor: () => 3,
  starts: [
    [1.5, 1.5],
    [-1.5, 0.5],
  ],
  levels: 'log',
  rates: () => ({
    sgd: 0.00002,
    momentum: 0.00001,
    nesterov: 0.00001,
    adagrad: 0.1,
    adadelta: 1,
    rmsprop: 0.02,
    adam: 0.1,
    rprop: 0.05,
    sign: 0.1,
    adamw: 0.1,
    nadam: 0.1,
    radam: 0.00001,
    adamax: 0.5,
    lion: 0.05,
    power: 0.02,
  }),
})
