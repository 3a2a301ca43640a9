import { defineDataset } from '../dataset.ts'
import { count, draw, noise } from './common.ts'

/** y = −1 for x < 0 and 1 otherwise, on x uniform in ±1.5. */
export const step = defineDataset({
  id: 'step',
  name: 'a step',
  summary: 'A jump that a smooth network can only follow with a steep slope, and so with large weights.',
  formula: 'y=-1\\text{ for }x<0,\\ 1\\text{ elsewhere},\\qquad x\\sim U(-1.5,1.5)',
  sources: [],
  parameters: { count: count(100), noise: noise('noise on the target', 0.1) },
  task: 'regression',
  inputs: ['x'],
  classes: [],
  target: 'y',
  domain: [[-1.5, 1.5]],
  standardize: false,
  make: ({ count, noise }, random) =>
    draw(count, random, () => {
      const x = 3 * random.uniform() - 1.5
      return [x, (x < 0 ? -1 : 1) + noise * random.normal()]
    }),
})
