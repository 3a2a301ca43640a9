/** Each rule as one would write it for two numbers by hand: scalars only, the path stored. */
export type Loop = (constants: Constants, x: number, y: number, path: Float64Array) => void

/** The hyperparameters that the loops know, by the names of the optimizers' own specs, at their defaults. */
export interface Constants {
  learningRate: number
  momentum: number
  decay: number
  beta1: number
  beta2: number
  epsilon: number
  weightDecay: number
  momentumDecay: number
  exponent: number
  etaPlus: number
  etaMinus: number
  stepMin: number
  stepMax: number
}

/** The gradient of f = (1 − x)² + 100 (y − x²)² */
export const gradientX = (x: number, y: number) => -2 * (1 - x) - 400 * x * (y - x * x)
export const gradientY = (x: number, y: number) => 200 * (y - x * x)
