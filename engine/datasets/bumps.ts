import { defineDataset } from '../dataset.ts'
import { count, draw, noise, planeInputs, square } from './common.ts'

/** Centres and heights: TensorFlow Playground's, a quarter the size. */
const centres = [
  [-1, 0.625, 1],
  [0, 0.625, -1],
  [1, 0.625, 1],
  [-1, -0.625, -1],
  [0, -0.625, 1],
  [1, -0.625, -1],
]

/** ±(1 − distance/0.5) about the nearest centre, 0 beyond: cones, though Playground calls them gaussians. */
function height(x: number, y: number): number {
  for (const [cx, cy, sign] of centres) {
    const squared = (x - cx) * (x - cx) + (y - cy) * (y - cy)
    if (squared < 0.25) return sign * (1 - 2 * Math.sqrt(squared))
  }
  return 0
}

/** On U[−1.5, 1.5]². No two cones overlap, so that the nearest centre is the one that counts. */
export const bumps = defineDataset({
  id: 'bumps',
  name: 'six bumps',
  summary: 'Three hills and three hollows on a plain.',
  formula:
    'y=\\pm\\max(0,\\,1-2\\,\\|x-c\\|)\\text{ about the nearest of six centres }c,\\qquad x_i\\sim U(-1.5,1.5)',
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
      return [x, y, height(x, y) + noise * random.normal()]
    }),
})
