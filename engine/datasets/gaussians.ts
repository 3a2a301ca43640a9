import { defineDataset } from '../dataset.ts'
import { count, draw, noise, planeInputs, square } from './common.ts'

/** Two normal clouds about ±(0.8, 0.8). Easy: sign descent's loss rises again once all points are right. */
export const gaussians = defineDataset({
  id: 'gaussians',
  name: 'two gaussians',
  summary: 'Two round clouds that overlap a little; a straight line nearly parts them.',
  formula: 'x\\sim N\\bigl(\\pm(0.8,0.8),\\ \\sigma^2\\bigr)',
  sources: [],
  parameters: { count: count(400), noise: noise('spread of each cloud', 0.5) },
  task: 'two classes',
  inputs: planeInputs,
  classes: ['lower left', 'upper right'],
  domain: square(2.4),
  standardize: false,
  make: ({ count, noise }, random) =>
    draw(count, random, (i) => {
      const centre = i % 2 ? 0.8 : -0.8
      return [centre + noise * random.normal(), centre + noise * random.normal(), i % 2]
    }),
})
