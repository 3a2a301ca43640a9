/** What is minimized, as seen by everything that watches or steps an optimizer: a flat vector, a loss, a gradient. */
export interface Objective {
  /** Number of parameters. */
  size: number
  /** The loss at w; writes its exact gradient. */
  evaluate: (w: Float64Array, gradient: Float64Array) => number
}
