import { defineDataset } from '../dataset.ts'
import { cos, sin } from '../mathematics.ts'
import { count, draw, noise, planeInputs, square, TWO_PI } from './common.ts'

/** (r cos φ, r sin φ) with r normal about 1 or 0.45, φ uniform. */
export const circles = defineDataset({
  id: 'circles',
  name: 'circles',
  summary: 'One class around the other: no straight line parts them, a small network does.',
  formula:
    '(x_1,x_2)=r\\,(\\cos\\varphi,\\sin\\varphi),\\qquad r\\sim N(1,\\sigma^2)\\text{ or }N(0.45,\\sigma^2)',
  sources: [],
  parameters: { count: count(400), noise: noise('spread of the radii', 0.12) },
  task: 'two classes',
  inputs: planeInputs,
  classes: ['outer', 'inner'],
  domain: square(1.5),
  standardize: false,
  make: ({ count, noise }, random) =>
    draw(count, random, (i) => {
      const angle = TWO_PI * random.uniform()
      const radius = (i % 2 ? 0.45 : 1) + noise * random.normal()
      return [radius * cos(angle), radius * sin(angle), i % 2]
    }),
})
