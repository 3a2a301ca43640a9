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

/** How a network is trained and used; may be replaced at any step. */
export interface Settings {
  /** ½ l2 Σ W² + l1 Σ |W| over weights, not biases, γ or β. */
  penalty: { l2: number; l1: number }
  batchNorm: {
    epsilon: number
    /** Share of the newest batch in the running averages. */
    momentum: number
    /** Treat μ and σ as constants on the way back. */
    stopGradient: boolean
  }
  dropout: {
    /** The lecture scales the weights by α at test time; the inverse form divides by α in training. */
    form: 'lecture' | 'inverse'
    /** α, the probability to keep: of the inputs of each layer; 1 where there is none. Empty: none anywhere. */
    keep: readonly number[]
  }
}

export const plainSettings: Settings = {
  penalty: { l2: 0, l1: 0 },
  batchNorm: { epsilon: 1e-5, momentum: 0.1, stopGradient: false },
  dropout: { form: 'lecture', keep: [] },
}

/** Units of the last layer. */
export const outputsOf = ({ layers }: Architecture): number => layers[layers.length - 1].units

/** Examples: inputs (N, C) and targets (N, U), row by row. */
export interface Data {
  x: Float64Array
  d: Float64Array
}
