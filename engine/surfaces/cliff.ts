import { exp } from '../mathematics.ts'
import { defineSurface } from '../surface.ts'

const STEPS = 20
const FIRST = 0.5
const TARGET = 0.7

const sigmoid = (x: number): number => 1 / (1 + exp(-x))

/**
 * The loss of a recurrent network with one unit, as a function of its weight w (across) and bias b (up):
 * x₀ = ½, xₖ₊₁ = w σ(xₖ) + b, f = (σ(x₂₀) − 0.7)². Where the unit begins to hold one of two values, f is a cliff with slopes
 * above a thousand in a landscape of slopes near 0.03. All of f = 0 is a curve, so no single minimum is marked.
 *
 * Derivatives run forward through the 20 steps (real-time recurrent learning): with s = σ(x), s′ = s(1 − s) and
 * s″ = s′(1 − 2s), each step takes ∂w x to s + w s′ ∂w x, ∂b x to 1 + w s′ ∂b x, and the second derivatives likewise.
 */
export const cliff = defineSurface({
  id: 'cliff',
  name: 'cliff of a recurrent network',
  summary: 'A recurrent unit over 20 steps: one huge gradient at the cliff can undo all progress.',
  formula: '\\bigl(\\sigma(x_{20})-0.7\\bigr)^2,\\quad x_0=\\tfrac12,\\; x_{k+1}=w\\,\\sigma(x_k)+b',
  sources: ['Pascanu, Mikolov & Bengio, arXiv:1211.5063, figure 6'],
  parameters: {},
  value(w, b) {
    let x = FIRST
    for (let k = 0; k < STEPS; k++) x = w * sigmoid(x) + b
    const error = sigmoid(x) - TARGET
    return error * error
  },
  gradient(w, b, _, out) {
    let x = FIRST
    let xw = 0
    let xb = 0
    for (let k = 0; k < STEPS; k++) {
      const s = sigmoid(x)
      const slope = w * s * (1 - s)
      xw = s + slope * xw
      xb = 1 + slope * xb
      x = w * s + b
    }
    const s = sigmoid(x)
    const outer = 2 * (s - TARGET) * s * (1 - s)
    out[0] = outer * xw
    out[1] = outer * xb
  },
  hessian(w, b, _, out) {
    let x = FIRST
    let xw = 0
    let xb = 0
    let xww = 0
    let xwb = 0
    let xbb = 0
    for (let k = 0; k < STEPS; k++) {
      const s = sigmoid(x)
      const s1 = s * (1 - s)
      const s2 = s1 * (1 - 2 * s)
      xww = 2 * s1 * xw + w * (s2 * xw * xw + s1 * xww)
      xwb = s1 * xb + w * (s2 * xw * xb + s1 * xwb)
      xbb = w * (s2 * xb * xb + s1 * xbb)
      xw = s + w * s1 * xw
      xb = 1 + w * s1 * xb
      x = w * s + b
    }
    const s = sigmoid(x)
    const s1 = s * (1 - s)
    const first = 2 * (s - TARGET) * s1
    const second = 2 * (s1 * s1 + (s - TARGET) * s1 * (1 - 2 * s))
    out[0] = second * xw * xw + first * xww
    out[1] = second * xw * xb + first * xwb
    out[2] = second * xb * xb + first * xbb
  },
  domain: () => [2, 8, -5, 0],
  pivot: () => [5, -2.5],
  extrema: () => [],
  floor: () => 0,
  starts: [
    [6, -2.5],
    [7, -3.5],
    [6.5, -2.5],
  ],
  levels: 'log',
  // for gradients clipped by norm at 0.5, without which none of them is safe
  rates: () => ({
    sgd: 0.5,
    momentum: 0.5,
    nesterov: 0.5,
    adagrad: 1,
    adadelta: 10,
    rmsprop: 0.2,
    adam: 0.2,
    rprop: 0.2,
    sign: 0.05,
    adamw: 0.2,
    nadam: 0.1,
    radam: 2,
    adamax: 1,
    lion: 0.05,
    power: 0.2,
  }),
})
