import { PI, cos, sin } from '../mathematics.ts'
import { number } from '../parameters.ts'
import { defineSurface } from '../surface.ts'

const TURN = 2 * PI

/** f = 2A + x² − A cos 2πx + y² − A cos 2πy: a bowl with a pit near every whole number. */
export const rastrigin = defineSurface({
  id: 'rastrigin',
  name: 'Rastrigin function',
  summary: 'A bowl with over a hundred pits: every optimizer here gets stuck.',
  formula: '2A+x^2-A\\cos2\\pi x+y^2-A\\cos2\\pi y',
  sources: ['Rastrigin, Systems of Extremal Control, 1974'],
  parameters: { amplitude: number('A', 'depth of the pits', 10, [0, 50], { key: 'A' }) },
  value: (x, y, { amplitude }) =>
    x * x + amplitude * (1 - cos(TURN * x)) + (y * y + amplitude * (1 - cos(TURN * y))),
  gradient(x, y, { amplitude }, out) {
    out[0] = 2 * x + TURN * amplitude * sin(TURN * x)
    out[1] = 2 * y + TURN * amplitude * sin(TURN * y)
  },
  hessian(x, y, { amplitude }, out) {
    const bend = TURN * TURN * amplitude
    out[0] = 2 + bend * cos(TURN * x)
    out[1] = 0
    out[2] = 2 + bend * cos(TURN * y)
  },
  domain: () => [-5.12, 5.12, -5.12, 5.12],
  pivot: () => [0, 0],
  extrema: () => [{ at: [0, 0], kind: 'global' }],
  floor: () => 0,
  starts: [
    [-3.8, 3.3],
    [2.19, 1.63],
    [0.83, -1.37],
  ],
  levels: 'sqrt',
  rates({ amplitude }) {
    const bend = Math.max(1, amplitude)
    return {
      sgd: 0.02 / bend,
      momentum: 0.0002 / bend,
      nesterov: 0.02 / bend,
      adagrad: 0.2,
      adadelta: 0.05,
      rmsprop: 0.01,
      adam: 0.02,
      rprop: 0.05,
      sign: 0.02,
      adamw: 0.1,
      nadam: 0.01,
      radam: 0.05 / bend,
      adamax: 0.1,
      lion: 0.02,
      power: 0.01,
    }
  },
})
