import { PI, cos, exp, sin } from '../mathematics.ts'
import { defineSurface } from '../surface.ts'

const TURN = 2 * PI
const E = exp(1)

/**
 * f = 20 − 20 exp(−0.2 q) + e − exp(½ (cos 2πx + cos 2πy)), q = √(½ (x² + y²)): a funnel full of small pits. It has a
 * tip at the origin, where the funnel's derivatives do not exist and are taken as 0.
 */
export const ackley = defineSurface({
  id: 'ackley',
  name: 'Ackley function',
  summary: 'A funnel full of pits: small steps stay in the first one.',
  formula:
    '-20\\exp\\Bigl(-0.2\\sqrt{\\tfrac12(x^2+y^2)}\\Bigr)-\\exp\\bigl(\\tfrac12(\\cos2\\pi x+\\cos2\\pi y)\\bigr)+e+20',
  sources: ['Ackley, A Connectionist Machine for Genetic Hillclimbing, 1987'],
  parameters: {},
  value: (x, y) =>
    20 - 20 * exp(-0.2 * Math.sqrt(0.5 * (x * x + y * y))) + (E - exp(0.5 * (cos(TURN * x) + cos(TURN * y)))),
  gradient(x, y, _, out) {
    const q = Math.sqrt(0.5 * (x * x + y * y))
    const funnel = q === 0 ? 0 : (2 * exp(-0.2 * q)) / q
    const pits = PI * exp(0.5 * (cos(TURN * x) + cos(TURN * y)))
    out[0] = funnel * x + pits * sin(TURN * x)
    out[1] = funnel * y + pits * sin(TURN * y)
  },
  hessian(x, y, _, out) {
    const q = Math.sqrt(0.5 * (x * x + y * y))
    const funnel = q === 0 ? 0 : (2 * exp(-0.2 * q)) / q
    const bend = q === 0 ? 0 : (funnel * (0.2 + 1 / q)) / (2 * q)
    const cx = cos(TURN * x)
    const cy = cos(TURN * y)
    const sx = sin(TURN * x)
    const sy = sin(TURN * y)
    const pits = PI * PI * exp(0.5 * (cx + cy))
    out[0] = funnel - bend * x * x + pits * (2 * cx - sx * sx)
    out[1] = -bend * x * y - pits * sx * sy
    out[2] = funnel - bend * y * y + pits * (2 * cy - sy * sy)
  },
  domain: () => [-5, 5, -5, 5],
  pivot: () => [0, 0],
  extrema: () => [{ at: [0, 0], kind: 'global' }],
  floor: () => 0,
  starts: [
    [-3.6, 2.7],
    [1.57, 1.13],
    [-2.34, 0.88],
  ],
  levels: 'sqrt',
  rates: () => ({
    sgd: 0.02,
    momentum: 0.02,
    nesterov: 0.02,
    adagrad: 0.2,
    adadelta: 1,
    rmsprop: 0.1,
    adam: 0.5,
    rprop: 0.1,
    sign: 0.1,
    adamw: 0.2,
    nadam: 0.2,
    radam: 0.05,
    adamax: 0.2,
    lion: 0.1,
    power: 0.2,
  }),
})
