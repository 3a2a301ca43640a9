/** Bins of a density, from the lower end of its range to the upper. */
const BINS = 72

/**
 * How densely values lie between ±reach: counted in bins, then smoothed with a normal curve of deviation `width`. What
 * lies outside is left out. (BINS) values, on no scale of their own.
 */
export function density(
  values: ArrayLike<number>,
  unit: number,
  units: number,
  reach: number,
  width: number,
): Float64Array {
  const counts = new Float64Array(BINS)
  const size = (2 * reach) / BINS
  for (let i = unit; i < values.length; i += units) {
    // Shared between the two nearest bins, so that a value that moves a little moves the curve a little.
    const place = (values[i] + reach) / size - 0.5
    const low = Math.floor(place)
    const part = place - low
    if (low >= 0 && low < BINS) counts[low] += 1 - part
    if (low + 1 >= 0 && low + 1 < BINS) counts[low + 1] += part
  }
  const far = Math.max(1, Math.ceil((3 * width) / size))
  const weights = Array.from({ length: far + 1 }, (_, k) => Math.exp(-0.5 * ((k * size) / width) ** 2))
  const smooth = new Float64Array(BINS)
  for (let i = 0; i < BINS; i++) {
    if (counts[i] === 0) continue
    for (let k = -far; k <= far; k++) {
      const at = i + k
      if (at >= 0 && at < BINS) smooth[at] += counts[i] * weights[Math.abs(k)]
    }
  }
  return smooth
}

/** The greatest of a density. */
export const peak = (curve: Float64Array): number => curve.reduce((most, one) => Math.max(most, one), 0)

/** The value in the middle of bin `i`. */
export const binValue = (i: number, reach: number): number => ((i + 0.5) / BINS) * 2 * reach - reach

/** The mean and deviation of one unit's values. */
export function spreadOf(
  values: ArrayLike<number>,
  unit: number,
  units: number,
): [mean: number, deviation: number] {
  let sum = 0
  let squares = 0
  let count = 0
  for (let i = unit; i < values.length; i += units) {
    sum += values[i]
    squares += values[i] * values[i]
    count++
  }
  const mean = sum / count
  return [mean, Math.sqrt(Math.max(0, squares / count - mean * mean))]
}

/** Reaches that a scale may have: it is doubled only when much lies outside, so that it hardly ever moves. */
const REACHES = [4.6, 9.2, 18, 37, 74, 150, 300, 600, 1200]

/** The least reach within which nearly all of these values lie. */
export function reachOf(lists: readonly ArrayLike<number>[]): number {
  for (const reach of REACHES) {
    let outside = 0
    let all = 0
    for (const values of lists) {
      all += values.length
      for (let i = 0; i < values.length; i++) if (!(Math.abs(values[i]) <= reach)) outside++
    }
    if (outside <= 0.04 * all) return reach
  }
  return REACHES[REACHES.length - 1]
}

interface Band {
  low: number
  high: number
  text: string
}

/** The part of ẑ in which an activation hardly bends, or where it passes nothing on. */
export const bands: Readonly<Record<string, Band>> = {
  tanh: { low: -1, high: 1, text: 'band |z| < 1: nearly linear' },
  sigmoid: { low: -2, high: 2, text: 'band |z| < 2: nearly linear' },
  relu: { low: -Infinity, high: 0, text: 'band z < 0: the unit is off' },
  leakyRelu: { low: -Infinity, high: 0, text: 'band z < 0: the unit is nearly off' },
  elu: { low: -Infinity, high: -2, text: 'band z < −2: the unit hardly moves' },
  gelu: { low: -Infinity, high: -2, text: 'band z < −2: the unit is off' },
}
