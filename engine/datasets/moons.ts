import { defineDataset } from '../dataset.ts'
import { cos, PI, sin } from '../mathematics.ts'
import { count, draw, noise, planeInputs, square } from './common.ts'

/**
 * The half circles (cos t, sin t) and (1 − cos t, ½ − sin t), t uniform in [0, π), with noise, then centred and made
 * smaller by 0.9, noise and all: a noise of 0.2 is 0.18 on the map.
 */
export const moons = defineDataset({
  id: 'moons',
  name: 'two moons',
  summary: 'Two half circles that reach into each other: a bent boundary, a little overlap.',
  formula:
    '(x_1,x_2)=0.9\\,(\\cos t-\\tfrac12,\\ \\sin t-\\tfrac14)\\text{ or }0.9\\,(\\tfrac12-\\cos t,\\ \\tfrac14-\\sin t),\\qquad 0\\le t<\\pi',
  sources: ['scikit-learn, make_moons'],
  parameters: { count: count(400), noise: noise('noise on the points', 0.2) },
  task: 'two classes',
  inputs: planeInputs,
  classes: ['upper', 'lower'],
  domain: square(1.8),
  standardize: false,
  make: ({ count, noise }, random) =>
    draw(count, random, (i) => {
      const t = PI * random.uniform()
      const x = i % 2 ? 1 - cos(t) : cos(t)
      const y = i % 2 ? 0.5 - sin(t) : sin(t)
      return [0.9 * (x + noise * random.normal() - 0.5), 0.9 * (y + noise * random.normal() - 0.25), i % 2]
    }),
})
