import { defineDataset } from '../dataset.ts'
import { count, draw, noise, planeInputs, square } from './common.ts'

/** 0.9 (sin φ, cos φ) for φ = 0, 120° and 240°. */
const centres = [
  [0, 0.9],
  [0.7794228634059948, -0.45],
  [-0.7794228634059948, -0.45],
]

export const blobs3 = defineDataset({
  id: 'blobs3',
  name: 'three blobs',
  summary: 'Three round clouds about a centre, for networks with an output unit a class.',
  formula:
    'x\\sim N\\bigl(0.9\\,(\\sin\\varphi,\\cos\\varphi),\\ \\sigma^2\\bigr),\\qquad \\varphi=0,\\ \\tfrac23\\pi,\\ \\tfrac43\\pi',
  sources: [],
  parameters: { count: count(480), noise: noise('spread of each blob', 0.35) },
  task: 'many classes',
  inputs: planeInputs,
  classes: ['top', 'right', 'left'],
  domain: square(2),
  standardize: false,
  make: ({ count, noise }, random) =>
    draw(count, random, (i) => {
      const [x, y] = centres[i % 3]
      return [x + noise * random.normal(), y + noise * random.normal(), i % 3]
    }),
})
