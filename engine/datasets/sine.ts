import { defineDataset } from '../dataset.ts'
import { PI, sin } from '../mathematics.ts'
import { number } from '../parameters.ts'
import { count, draw, noise } from './common.ts'

/** y = sin(2π p x/3) on x uniform in ±1.5, that is p periods over the map; 1.5 of them are sin πx. */
export const sine = defineDataset({
  id: 'sine',
  name: 'a sine',
  summary: 'One input, one smooth curve: what a network predicts can be drawn as a line.',
  formula: 'y=\\sin\\bigl(\\tfrac23\\pi p\\,x\\bigr),\\qquad x\\sim U(-1.5,1.5)',
  sources: [],
  parameters: {
    count: count(100),
    noise: noise('noise on the target', 0.1),
    periods: number('p', 'periods', 1.5, [0.25, 6], { key: 'periods' }),
  },
  task: 'regression',
  inputs: ['x'],
  classes: [],
  target: 'y',
  domain: [[-1.5, 1.5]],
  standardize: false,
  make: ({ count, noise, periods }, random) =>
    draw(count, random, () => {
      const x = 3 * random.uniform() - 1.5
      return [x, sin(((2 * PI) / 3) * periods * x) + noise * random.normal()]
    }),
})
