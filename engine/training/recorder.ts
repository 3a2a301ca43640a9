import type { Optimizer, Update } from '../optimizer.ts'
import { type Layout, makeLayout, reserve, type Trace } from './trace.ts'

/** The channels of a run that will use these optimizers, over `size` parameters. */
export function layoutOf(used: readonly Optimizer[], size: number): Layout {
  const sizes: Record<string, number> = { loss: 1, w: size, gradient: size, rate: 1, g: size, update: size }
  for (const { slots, readings } of used) {
    for (const [name, slot] of Object.entries(slots)) sizes[name] = slot.size === 'run' ? 1 : size
    for (const name of Object.keys(readings)) sizes[name] = size
  }
  return makeLayout(sizes)
}

/** What a row is made from besides the update itself. */
export interface Moment {
  loss: number
  /** The exact gradient at w. */
  gradient: Float64Array
}

/**
 * Writes the row of step `update.k` as trace.ts describes it: of as many parameters as the trace has room for, from
 * `first` on, nothing of one that is not there. Made anew when a run changes its optimizer or its shape.
 */
export function makeRecorder(
  trace: Trace,
  optimizer: Optimizer,
  update: Update,
  before: Float64Array,
  moment?: Readonly<Moment>,
  first = 0,
): () => void {
  const { stride, channels } = trace.layout
  const { loss, w, gradient, rate, g, update: delta } = channels
  const size = first < 0 ? 0 : w.size
  const slots = Object.entries(optimizer.slots).map(([name, slot]) => ({
    at: channels[name].offset,
    from: slot.size === 'run' ? 0 : first,
    count: slot.size === 'run' ? 1 : size,
    values: update.slots[name],
  }))
  const readings = Object.entries(optimizer.readings).map(([name, reading]) => ({
    at: channels[name].offset,
    read: reading.at,
  }))
  const counts = slots.map(({ count }) => count)
  /** Whether a row has places that stay unwritten: slots of the other optimizers of a run, say. */
  const hasGaps =
    !moment || counts.reduce((sum, count) => sum + count, 2 + (4 + readings.length) * size) < stride

  return () => {
    const { k } = update
    reserve(trace, k + 1)
    const { rows } = trace
    const row = k * stride
    if (k === 0 || hasGaps) rows.fill(NaN, row, row + stride)
    for (let i = 0; i < size; i++) rows[row + w.offset + i] = update.w[first + i]
    if (moment) {
      rows[row + loss.offset] = moment.loss
      for (let i = 0; i < size; i++) rows[row + gradient.offset + i] = moment.gradient[first + i]
    }
    for (const { at, from, count, values } of slots) {
      for (let i = 0; i < count; i++) rows[row + at + i] = values[from + i]
    }
    if (k > 0) {
      rows[row + rate.offset] = update.rate
      for (let i = 0; i < size; i++) {
        rows[row + g.offset + i] = update.gradient[first + i]
        rows[row + delta.offset + i] = update.w[first + i] - before[first + i]
      }
      for (const { at, read } of readings) {
        for (let i = 0; i < size; i++) rows[row + at + i] = read(update, first + i)
      }
    }
    trace.length = k + 1
  }
}
