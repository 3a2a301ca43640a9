import { choice, defaults, number, toggle, type Values } from '../parameters.ts'

/** What fixes the number of parameters and their meaning; anything else may change while a network trains. */
export interface Architecture {
  inputs: number
  /** 0 to 6 hidden layers and the output layer, from the inputs on. */
  layers: readonly LayerShape[]
  /** Id of a divergence that goes with the output's activation. */
  divergence: string
}

export interface LayerShape {
  /** 1 to 128. */
  units: number
  /** Id of an activation. */
  activation: string
  /** Normalize over the batch between the affine map and the activation. */
  batchNorm?: boolean
}

export const bounds = { hiddenLayers: [0, 6], units: [1, 128], droppedUnits: [0, 12] } as const

/** ½λ₂ Σ W² + λ₁ Σ |W| over weights, not biases, γ or β. */
export const penaltyParameters = {
  l2: number('\\lambda', 'L2 penalty on weights', 0, [0, 1000], { scale: 'log' }),
  l1: number('\\lambda_1', 'L1 penalty on weights', 0, [0, 1000], { scale: 'log' }),
}

export const batchNormParameters = {
  epsilon: number('\\epsilon', 'epsilon, against division by zero', 1e-5, [0, 1], { scale: 'log' }),
  momentum: number('m', 'share of the newest batch in the running averages', 0.1, [0, 1]),
  stopGradient: toggle('treat μ and σ as constants on the way back', false),
}

export const dropoutParameters = {
  form: choice('form', 'lecture', {
    lecture: 'weights times α at test time (the lecture)',
    inverse: 'units divided by α in training (inverse form)',
  }),
}

/** α of one layer's inputs, the probability to keep; PyTorch's p is the probability to drop. */
export const keepParameter = number('\\alpha', 'probability to keep', 1, [0.01, 1])

/** How a network is trained and used; may be replaced at any step. */
export interface Settings {
  penalty: Values<typeof penaltyParameters>
  batchNorm: Values<typeof batchNormParameters>
  /** `keep` has an α for the inputs of each layer; empty, nothing is dropped. */
  dropout: Values<typeof dropoutParameters> & { keep: readonly number[] }
}

export const plainSettings: Settings = {
  penalty: defaults(penaltyParameters),
  batchNorm: defaults(batchNormParameters),
  dropout: { ...defaults(dropoutParameters), keep: [] },
}

/** Units of the last layer. */
export const outputsOf = ({ layers }: Architecture): number => layers[layers.length - 1].units

/** Examples: inputs (N, C) and targets (N, U), row by row. */
export interface Data {
  x: Float64Array
  d: Float64Array
}
