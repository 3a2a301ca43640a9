import { defineDataset } from '../dataset.ts'
import { cos, sin } from '../mathematics.ts'
import { number } from '../parameters.ts'
import { count, draw, noise, planeInputs, square, TWO_PI } from './common.ts'

/**
 * 1.2 u (sin φ, cos φ), φ = 2π turns u, and its mirror image in the centre, u uniform in [0, 1). At 1.75 turns, as in
 * TensorFlow Playground, small networks without extra inputs rarely get it right; at one turn all optimizers can.
 */
export const spiral = defineDataset({
  id: 'spiral',
  name: 'spirals',
  summary: 'Two arms wound into each other; each turn more makes the boundary longer and harder to find.',
  formula: 'x=\\pm1.2\\,u\\,(\\sin2\\pi\\tau u,\\ \\cos2\\pi\\tau u),\\qquad u\\sim U(0,1)',
  sources: ['Lang & Witbrock, Learning to tell two spirals apart, 1988', 'TensorFlow Playground'],
  parameters: {
    count: count(400),
    noise: noise('noise on the points', 0.03),
    turns: number('\\tau', 'turns of each arm', 1, [0.25, 3], { key: 'turns' }),
  },
  task: 'two classes',
  inputs: planeInputs,
  classes: ['first arm', 'second arm'],
  domain: square(1.5),
  standardize: false,
  make: ({ count, noise, turns }, random) =>
    draw(count, random, (i) => {
      const u = random.uniform()
      const radius = i % 2 ? -1.2 * u : 1.2 * u
      const angle = TWO_PI * turns * u
      return [
        radius * sin(angle) + noise * random.normal(),
        radius * cos(angle) + noise * random.normal(),
        i % 2,
      ]
    }),
})
