import { ticks } from 'd3-array'
import type { Panel } from '../panels/panel.ts'

/** A vertical scale: powers of ten from 10^low to 10^high, or evenly from low to high. */
export interface Axis {
  kind: 'log' | 'linear'
  low: number
  high: number
  /** A value that would have squashed the others lies above; lines are cut off at `high`. */
  capped: boolean
}

/** Decades that a log axis shows at most below its top: what has come so close to zero is as good as there. */
const DEPTH = 8
/** Decades above the greatest start at which a line is cut off: it has left for good, or is a passing spike. */
const HEADROOM = 3

/** How far below a passing dip is followed all the same. */
const DIP_DEPTH = 30

/** The sizes of one line, on a log scale of its positive values. */
export interface Extent {
  first: number
  /** The least, or a little below all that is not a passing dip. */
  least: number
  most: number
}

export function extentOf(
  values: ArrayLike<number>,
  from: number,
  to: number,
  kind: Axis['kind'],
): Extent | undefined {
  let first = NaN
  let most = -Infinity
  let least = Infinity
  /** The least that the line has stayed below for three steps: an oscillating line dips close to zero and is back. */
  let settled = Infinity
  let before = 0
  let beforeThat = 0
  for (let k = from; k <= to; k++) {
    const size = kind === 'log' ? values[k] : Math.abs(values[k])
    if (!(size >= 0 && size < Infinity)) continue
    if (Number.isNaN(first)) {
      if (size === 0 && kind === 'log') continue
      first = size
    }
    const stay = Math.max(size, before, beforeThat)
    if (stay > 0) settled = Math.min(settled, stay)
    beforeThat = before
    before = size
    if (size > 0) least = Math.min(least, size)
    most = Math.max(most, size)
  }
  return Number.isNaN(first) ? undefined : { first, least: Math.max(least, settled / DIP_DEPTH), most }
}

/** A log scale that shows all lines, except where one runs away from where it started. */
function logAxis(extents: readonly Extent[], { span, isWhole = false }: Scale): Axis {
  const start = Math.max(...extents.map(({ first }) => first))
  const limit = 10 ** Math.floor(Math.log10(start) + HEADROOM)
  const most = Math.max(...extents.map((extent) => extent.most))
  const capped = !isWhole && most > limit
  let high = Math.log10(capped ? limit : most)
  let low = Math.log10(Math.min(...extents.map(({ least }) => least)))
  low = Math.max(low, high - DEPTH)
  if (span) {
    low = Math.log10(span[0])
    high = Math.max(high, Math.log10(span[1]))
    return { kind: 'log', low, high, capped }
  }
  const pad = Math.max(0.12, (high - low) * 0.06)
  low -= pad
  if (!capped) high += pad
  // At least a decade, so that one power of ten is always in sight.
  const missing = Math.max(0, 1 - (high - low)) / 2
  return { kind: 'log', low: low - missing, high: high + missing, capped }
}

/** An even scale about zero; a line that grows to ten times the greatest start is cut off. */
function linearAxis(extents: readonly Extent[], { span, isWhole = false }: Scale): Axis {
  if (span) return { kind: 'linear', low: span[0], high: span[1], capped: false }
  const start = Math.max(...extents.map(({ first }) => first))
  const most = Math.max(...extents.map((extent) => extent.most))
  const capped = !isWhole && start > 0 && most > 10 * start
  const reach = (capped ? 10 * start : most) * 1.06 || 1
  return { kind: 'linear', low: -reach, high: reach, capped }
}

type Scale = Pick<Panel, 'span' | 'isWhole'>

export function chooseAxis(kind: Axis['kind'], extents: readonly Extent[], scale: Scale = {}): Axis {
  const { span } = scale
  if (extents.length === 0) {
    return kind === 'log'
      ? { kind, low: span ? Math.log10(span[0]) : -1, high: span ? Math.log10(span[1]) : 1, capped: false }
      : { kind, low: -1, high: 1, capped: false }
  }
  return kind === 'log' ? logAxis(extents, scale) : linearAxis(extents, scale)
}

/** The greatest value that is shown. */
export const topOf = ({ kind, high }: Axis): number => (kind === 'log' ? 10 ** high : high)

/** How far from the frame a line is followed outside it, so that it leaves at about the right slope. */
const OUTSIDE = 40

/** Distance from the top of a plot of this height. On a log scale what is not positive lies below the frame. */
export function place({ kind, low, high }: Axis, height: number, value: number): number {
  if (kind === 'log' && value <= 0) return height + OUTSIDE
  const t = ((kind === 'log' ? Math.log10(value) : value) - low) / (high - low)
  return Math.max(-OUTSIDE, Math.min(height + OUTSIDE, height * (1 - t)))
}

/** Least distance between tick labels, in px. */
const TICK_GAP = 15

/**
 * Powers of ten at even distances, 1 among them where it is in sight, with twice and five times each where there is one
 * decade only; or a few round numbers.
 */
export function ticksOf({ kind, low, high }: Axis, height: number): number[] {
  if (kind === 'linear') {
    const count = Math.max(2, Math.floor(height / 22))
    const some = ticks(low, high, count)
    return some.length > 1 ? some : ticks(low, high, 2 * count)
  }
  const from = Math.ceil(low - 1e-9)
  const to = Math.floor(high + 1e-9)
  const apart = height / (high - low)
  const every = Math.ceil(TICK_GAP / apart - 1e-9)
  const all = Array.from({ length: to - from + 1 }, (_, n) => from + n)
  // log 2 and log 5, as exactly as a label needs them
  if (to <= from && apart >= 50)
    return [from - 1, from]
      .flatMap((exponent) => [exponent, exponent + 0.30103, exponent + 0.69897])
      .filter((exponent) => exponent >= low && exponent <= high)
  const even = all.filter((exponent) => exponent % every === 0)
  return even.length > 1 || to <= from ? even : [from, to]
}
