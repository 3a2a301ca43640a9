import { number, toggle } from '../parameters.ts'

/** Parameters that several optimizers share, so that their names, ranges and link keys agree everywhere. */
export const learningRate = (initial: number) =>
  number('\\eta', 'learning rate', initial, [0, 1000], { scale: 'log', key: 'lr' })

/** γ of a running mean of squares. */
export const decay = (initial: number) => number('\\gamma', 'decay of the mean square', initial, [0, 0.999999], { key: 'gamma' })

export const epsilon = (initial: number) =>
  number('\\epsilon', 'epsilon, against division by zero', initial, [0, 1], { scale: 'log', key: 'eps' })

/** The lecture's place for ε is inside the root, PyTorch's outside. */
export const epsilonInside = toggle('ε inside the root (PyTorch: outside)', true, 'inside')
