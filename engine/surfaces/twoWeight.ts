import { tanh } from '../mathematics.ts'
import { defineSurface } from '../surface.ts'

const inputs = Float64Array.of(-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2)
const targets = inputs.map((x) => 0.8 * tanh(1.5 * x))

/**
 * f = mean ½ (b tanh(a x) − 0.8 tanh(1.5 x))² over nine inputs, the smallest network with a hidden unit: weight a in
 * (across), weight b out (up). (a, b) and (−a, −b) compute the same, hence two minima and a saddle between them.
 */
export const twoWeight = defineSurface({
  id: 'twoWeight',
  name: 'two-weight network',
  summary: 'A network of one hidden unit: its symmetry makes two minima and a saddle.',
  formula: '\\tfrac19\\sum_{i=1}^{9}\\tfrac12\\bigl(b\\tanh(a\\,x_i)-0.8\\tanh(1.5\\,x_i)\\bigr)^2',
  sources: ['on the symmetry: Goodfellow, Bengio & Courville, Deep Learning, 2016, §8.2.2'],
  parameters: {},
  value(a, b) {
    let sum = 0
    for (let i = 0; i < inputs.length; i++) {
      const error = b * tanh(a * inputs[i]) - targets[i]
      sum += error * error
    }
    return sum / 18
  },
  gradient(a, b, _, out) {
    let fa = 0
    let fb = 0
    for (let i = 0; i < inputs.length; i++) {
      const t = tanh(a * inputs[i])
      const error = b * t - targets[i]
      fa += error * b * inputs[i] * (1 - t * t)
      fb += error * t
    }
    out[0] = fa / 9
    out[1] = fb / 9
  },
  hessian(a, b, _, out) {
    let faa = 0
    let fab = 0
    let fbb = 0
    for (let i = 0; i < inputs.length; i++) {
      const t = tanh(a * inputs[i])
      const error = b * t - targets[i]
      const slope = inputs[i] * (1 - t * t)
      faa += b * slope * (b * slope - 2 * error * inputs[i] * t)
      fab += slope * (b * t + error)
      fbb += t * t
    }
    out[0] = faa / 9
    out[1] = fab / 9
    out[2] = fbb / 9
  },
  domain: () => [-4, 4, -3, 3],
  pivot: () => [0, 0],
  extrema: () => [
    { at: [1.5, 0.8], kind: 'global' },
    { at: [-1.5, -0.8], kind: 'global' },
    { at: [0, 0], kind: 'saddle' },
  ],
  floor: () => 0,
  starts: [
    [-3, 1.5],
    [0.1, -2.5],
  ],
  levels: 'log',
  rates: () => ({
    sgd: 0.1,
    momentum: 0.02,
    nesterov: 0.1,
    adagrad: 0.2,
    adadelta: 2,
    rmsprop: 0.05,
    adam: 0.1,
    rprop: 0.2,
    sign: 0.2,
    adamw: 0.1,
    nadam: 0.2,
    radam: 0.2,
    adamax: 0.2,
    lion: 0.1,
    power: 0.1,
  }),
})
