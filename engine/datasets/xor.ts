import { defineDataset } from '../dataset.ts'
import { number } from '../parameters.ts'
import { count, draw, noise, planeInputs, square } from './common.ts'

/** U[−1, 1]², pushed off both axes by a gap; the class says whether the signs of x₁ and x₂ agree. */
export const xor = defineDataset({
  id: 'xor',
  name: 'exclusive or',
  summary: 'Opposite quadrants belong together: neither input alone says anything about the class.',
  formula: '|x_i|\\sim U(g,1+g),\\qquad d=1\\text{ where }x_1x_2>0',
  sources: ['Minsky & Papert, Perceptrons, 1969'],
  parameters: {
    count: count(400),
    noise: noise('noise on the points', 0),
    gap: number('g', 'distance from the axes', 0.1, [0, 0.5], { key: 'gap' }),
  },
  task: 'two classes',
  inputs: planeInputs,
  classes: ['signs differ', 'signs agree'],
  domain: square(1.5),
  standardize: false,
  make: ({ count, noise, gap }, random) =>
    draw(count, random, (i) => {
      // The quadrant goes by the row, so that all four are equally full.
      const right = i % 4 < 2 ? 1 : -1
      const top = i % 2 ? right : -right
      const x = right * (random.uniform() + gap)
      const y = top * (random.uniform() + gap)
      return [x + noise * random.normal(), y + noise * random.normal(), i % 2]
    }),
})
