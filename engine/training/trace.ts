/**
 * A row is what is known of one run at one step: fixed stride, float64, so that any step is found by its index and
 * a run's rows travel as one buffer. Row k describes the state after k updates. On a surface:
 *
 * - `loss`, `w`, `gradient`: the objective and its exact gradient at w_k (no noise, no clipping);
 * - `rate`, `g`, `update`: η_k, the g_k that update k used (where and as it was taken), Δw_k = w_k − w_{k−1};
 *   NaN in row 0;
 * - every slot and every reading of the optimizer after update k, by name.
 *
 * For a network, one number each:
 *
 * - `loss`, `penalty`, their sum `objective`, and `gradientNorm` before clipping: what update k met on its minibatch, in
 *   training mode, where it took the gradient; `rate`; NaN in row 0;
 * - `weightNorm`: ‖W‖ over the weights of w_k, not its biases, γ or β;
 * - `trainLoss`, `validationLoss`, `trainAccuracy`, `validationAccuracy`, and `saturated`, the share of the hidden
 *   units' outputs on training data beyond 0.05 and 0.95 of their range (|tanh| > 0.95), and `dead`, the greatest share
 *   of a layer's ReLUs that are off for all of them: w_k in test mode; NaN but for rows
 *   0, E, 2E, ... and the last: E is the steps over 400, rounded up, or more where measuring is dear (`networkTask.ts`).
 */
export interface Channel {
  offset: number
  /** 1, or the number of parameters. */
  size: number
}
export interface Layout {
  stride: number
  /** Numbers of a row, from its first, that a fingerprint is of; what later versions record besides stands behind them. */
  hashed: number
  channels: Readonly<Record<string, Channel>>
}

/** The recorded rows of one run. Grows; rows that are there never change. */
export interface Trace {
  readonly layout: Layout
  /** Rows recorded: the last step known is `length − 1`. */
  length: number
  /** Row k starts at k · stride. Replaced by a larger one when it is full, so do not keep it. */
  rows: Float64Array
  /** The first step at which w or the loss was not finite; the rows end with the one before. */
  stopped: number | undefined
  /**
   * The step at which early stopping ended the run: its row is the last. What is kept from then on is the w of step
   * `best`, which had the least validation loss.
   */
  finished: { step: number; best: number } | undefined
}

export const makeLayout = (sizes: Readonly<Record<string, number>>): Layout => {
  const channels: Record<string, Channel> = {}
  let stride = 0
  for (const [name, size] of Object.entries(sizes)) {
    channels[name] = { offset: stride, size }
    stride += size
  }
  return { stride, hashed: stride, channels }
}

export const makeTrace = (layout: Layout, capacity = 0): Trace => ({
  layout,
  length: 0,
  rows: new Float64Array(capacity * layout.stride),
  stopped: undefined,
  finished: undefined,
})

/** Makes room for `length` rows, at least doubling when it has to grow. */
export function reserve(trace: Trace, length: number): void {
  const { stride } = trace.layout
  if (trace.rows.length >= length * stride) return
  const rows = new Float64Array(Math.max(length, 2 * trace.length, 64) * stride)
  rows.set(trace.rows)
  trace.rows = rows
}

/** Entry `i` of a channel after `step` updates; NaN where the run has no such channel or has not got there. */
export function read(trace: Trace, channel: string, step: number, i = 0): number {
  const place = trace.layout.channels[channel]
  if (!place || step < 0 || step >= trace.length) return NaN
  return trace.rows[step * trace.layout.stride + place.offset + (place.size > 1 ? i : 0)]
}
