import { defineDataset } from '../dataset.ts'
import { count, draw, noise, planeInputs, square } from './common.ts'

/** y = (x₁ + x₂)/2.5 on U[−1.5, 1.5]²: TensorFlow Playground's (x₁ + x₂)/10 on ±6, a quarter the size. */
export const plane = defineDataset({
  id: 'plane',
  name: 'a plane',
  summary: 'A target that is linear in both inputs: no hidden layer is needed.',
  formula: 'y=(x_1+x_2)/2.5,\\qquad x_i\\sim U(-1.5,1.5)',
  sources: ['TensorFlow Playground'],
  parameters: { count: count(400), noise: noise('noise on the target', 0) },
  task: 'regression',
  inputs: planeInputs,
  classes: [],
  target: 'y',
  domain: square(1.5),
  standardize: false,
  make: ({ count, noise }, random) =>
    draw(count, random, () => {
      const x = 3 * random.uniform() - 1.5
      const y = 3 * random.uniform() - 1.5
      return [x, y, (x + y) / 2.5 + noise * random.normal()]
    }),
})
