import { defineDataset } from '../dataset.ts'
import { number } from '../parameters.ts'
import { count, draw, noise } from './common.ts'

/** T₀ = 1, T₁ = x, Tₙ = 2x Tₙ₋₁ − Tₙ₋₂. */
function chebyshevPolynomial(degree: number, x: number): number {
  let before = 1
  let now = x
  for (let n = 1; n < degree; n++) [before, now] = [now, 2 * x * now - before]
  return now
}

/** y = Tₙ(x) at evenly spaced x in [−1, 1]: with degree 4 and 20 points, the `cheb4` of the edge of stability. */
export const chebyshev = defineDataset({
  id: 'chebyshev',
  name: 'a Chebyshev polynomial',
  summary: 'A wave of equal hills and valleys at evenly spaced points; few examples, all of them used.',
  formula:
    'y=T_n(x),\\qquad T_n(\\cos\\theta)=\\cos n\\theta,\\qquad x\\text{ at even distances from }-1\\text{ to }1',
  sources: [
    'Cohen et al., Gradient descent on neural networks typically occurs at the edge of stability, 2021',
  ],
  parameters: {
    count: count(20),
    noise: noise('noise on the target', 0),
    degree: number('n', 'degree', 4, [1, 12], { scale: 'integer', key: 'cheb' }),
  },
  task: 'regression',
  inputs: ['x'],
  classes: [],
  target: 'y',
  domain: [[-1, 1]],
  standardize: false,
  make: ({ count, noise, degree }, random) =>
    draw(count, random, (i) => {
      const x = (2 * i) / (count - 1) - 1
      return [x, chebyshevPolynomial(degree, x) + noise * random.normal()]
    }),
})
