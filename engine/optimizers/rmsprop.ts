import { defineOptimizer, type Moment, type Term } from '../optimizer.ts'
import { toggle } from '../parameters.ts'
import {
  before,
  change,
  decay,
  epsilon,
  epsilonInside,
  gradient,
  learningRate,
  momentum,
  now,
  overRoot,
  parameter,
  rate,
  root,
  runningMean,
  squaredGradient,
} from './common.ts'

/**
 * E[g²]_k = γ E[g²]_{k−1} + (1−γ) g_k²;  Δw_k = −η g_k / √(E[g²]_k + ε)
 * centred:        E[g²] − E[g]² under the root, with E[g]_k = γ E[g]_{k−1} + (1−γ) g_k
 * with momentum:  b_k = β b_{k−1} + g_k / √(E[g²]_k + ε);  Δw_k = −η b_k
 *
 * The lecture keeps ε inside the root; PyTorch divides by √E[g²] + ε. There is no bias correction: the first step
 * is η/√(1−γ). With γ = 0 and ε = 0 it is sign descent exactly, and a slope of 0 is 0/0: that is what ε is for.
 */
export const rmsprop = defineOptimizer({
  id: 'rmsprop',
  name: 'RMSProp',
  summary:
    'Divides each slope by the root of its recent mean square; with steady slopes only their signs remain.',
  sources: ['Tieleman & Hinton, Lecture 6.5, Coursera 2012', 'centred form: Graves, arXiv:1308.0850'],
  parameters: {
    learningRate: learningRate(0.1),
    decay: decay(0.9),
    epsilon: epsilon(1e-8),
    epsilonInside,
    centered: toggle('subtract the squared mean gradient (centred)', false, 'variance'),
    momentum: { ...momentum(0), label: 'momentum on the scaled gradient' },
  },
  slots: {
    meanSquare: { symbol: 'E[g^2]', label: 'mean square of the gradient' },
    meanGradient: { symbol: 'E[g]', label: 'mean gradient (centred form)' },
    velocity: { symbol: 'b', label: 'momentum of the scaled gradient' },
  },
  readings: {
    secondMoment: { symbol: 'E[g^2]', label: 'second moment', at: ({ slots }, i) => slots.meanSquare[i] },
    effectiveStep: {
      symbol: '\\eta\\,/\\sqrt{E[g^2]+\\epsilon}',
      label: 'effective step',
      at: ({ slots, hyper, rate }, i) => {
        const mean = slots.meanGradient[i]
        const d = slots.meanSquare[i] - (hyper.centered ? mean * mean : 0)
        return rate / root(d, hyper.epsilon, hyper.epsilonInside)
      },
    },
  },
  equation({ epsilonInside, centered, momentum }) {
    const symbol = centered ? 'E[g^2]_k-E[g]_k^2' : 'E[g^2]_k'
    const square = (at: Moment, i: number) =>
      at.now('meanSquare', i) - (centered ? at.now('meanGradient', i) * at.now('meanGradient', i) : 0)
    const step = overRoot(epsilonInside, symbol, square)
    const kept = before('b', 'velocity')
    const b = now('b', 'velocity', 'm')
    const means = [runningMean('E[g^2]', 'meanSquare', 'v', ['\\gamma', 'decay'], squaredGradient)]
    if (centered) means.push(runningMean('E[g]', 'meanGradient', undefined, ['\\gamma', 'decay'], gradient))
    if (momentum === 0) return [...means, [change, '= -', step, '\\cdot', gradient]]
    if (centered) {
      // A line for b_k would be the fourth; here it is the bracket over η.
      const share: Term = { tex: '\\eta\\beta', value: (at) => at.rate * at.hyper.momentum }
      return [...means, [change, '= -(', share, '\\cdot', kept, '+', step, '\\cdot', gradient, ')']]
    }
    const scale = overRoot(epsilonInside, symbol, square, '1', () => 1)
    return [
      ...means,
      [b, '=', parameter('\\beta', 'momentum'), '\\cdot', kept, '+', scale, '\\cdot', gradient],
      [change, '= -', rate, '\\cdot', b],
    ]
  },
  update({ w, gradient, slots, hyper, rate }) {
    const { decay, epsilon, epsilonInside, centered, momentum } = hyper
    const { meanSquare, meanGradient, velocity } = slots
    for (let i = 0; i < w.length; i++) {
      const g = gradient[i]
      let d = (meanSquare[i] = decay * meanSquare[i] + (1 - decay) * g * g)
      if (centered) {
        const mean = (meanGradient[i] = decay * meanGradient[i] + (1 - decay) * g)
        d -= mean * mean
      }
      const b = (velocity[i] = momentum * velocity[i] + g / root(d, epsilon, epsilonInside))
      w[i] -= rate * b
    }
  },
})
