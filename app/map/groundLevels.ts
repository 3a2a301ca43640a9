import { quantileSorted, tickStep } from 'd3-array'
import type { Domain, Extremum } from '../../engine/surface.ts'

/** The heights at which a ground changes its ink. */
export interface Levels {
  /** The value f on the scale on which bands are evenly wide. */
  of: (value: number) => number
  /** Distance between bands on that scale. */
  step: number
  /** Where the ink begins and where it is full. */
  low: number
  high: number
  /** The number that the line along a band's lower edge carries if it is a main one. */
  main: (level: number) => number | undefined
}

const SAMPLES = 56
const tidy = (value: number) => Number(value.toPrecision(9))

/** Values at points spread over the domain, sorted, as far as there are any. */
function sample(valueAt: (x: number, y: number) => number, [xMin, xMax, yMin, yMax]: Domain): number[] {
  const values = new Float64Array(SAMPLES * SAMPLES)
  let count = 0
  for (let j = 0; j < SAMPLES; j++) {
    for (let i = 0; i < SAMPLES; i++) {
      const x = xMin + ((i + 0.5) / SAMPLES) * (xMax - xMin)
      const y = yMin + ((j + 0.5) / SAMPLES) * (yMax - yMin)
      const value = valueAt(x, y)
      if (value < 1e300) values[count++] = value
    }
  }
  return Array.from(values.subarray(0, count).sort())
}

/** A decade apart the lines carry numbers; between them there are bands a quarter decade wide. */
function logLevels(heights: number[]): Levels {
  const most = quantileSorted(heights, 0.985) || 1
  const least = Math.max(quantileSorted(heights, 0.0025) ?? 0, most * 1e-6, 1e-300)
  const range = Math.log10(most) - Math.log10(least)
  const step = range > 6.5 ? 0.5 : range < 1.75 ? 0.125 : 0.25
  const low = Math.floor(Math.log10(least) / step) * step
  const high = Math.max(low + 8 * step, Math.ceil(Math.log10(most) / step) * step)
  // Far below the first band, so that the pit of a minimum is not a spike on the grid.
  const pit = 10 ** (low - 1)
  return {
    of: (height) => Math.log10(Math.max(0, height) + pit),
    step,
    low,
    high,
    main: (level) => (Number.isInteger(tidy(level)) ? tidy(10 ** tidy(level)) : undefined),
  }
}

/** Even bands of √height, the main ones at round heights: for plateaus, which a logarithm would flatten. */
function rootLevels(heights: number[]): Levels {
  const most = Math.sqrt(quantileSorted(heights, 0.995) || 1)
  const power = 10 ** Math.floor(Math.log10(most / 24))
  const [unit, every] = (
    [
      [2, 5],
      [5, 4],
      [10, 5],
      [20, 5],
    ] as const
  ).find(([n]) => n * power >= most / 24) ?? [20, 5]
  const step = tidy(unit * power)
  return {
    of: (height) => Math.sqrt(Math.max(0, height)),
    step,
    low: 0,
    high: Math.ceil(most / step) * step,
    main: (level) => {
      const n = Math.round(level / step)
      return n > 0 && n % every === 0 ? tidy((n * step) ** 2) : undefined
    },
  }
}

/** Even bands of the value itself, for a ground that has no bottom to measure heights from. */
function evenLevels(values: number[]): Levels {
  const low = quantileSorted(values, 0.015) ?? 0
  const high = quantileSorted(values, 0.985) ?? 1
  const step = tickStep(low, high, 24) || 1
  return {
    of: (value) => value,
    step,
    low: Math.floor(low / step) * step,
    high: Math.ceil(high / step) * step,
    main: (level) => (Math.round(level / step) % 4 === 0 ? tidy(level) : undefined),
  }
}

/**
 * Chooses the bands by the values over the unrotated domain, so that they stay what they are while the surface is
 * turned.
 */
export function chooseLevels(
  valueAt: (x: number, y: number) => number,
  { floor, extrema }: { floor: number; extrema: readonly Pick<Extremum, 'kind'>[] },
  domain: Domain,
  kind: 'log' | 'sqrt',
): Levels {
  const values = sample(valueAt, domain)
  // A saddle's lowest value is that of the edge of its domain, and means nothing.
  const hasBottom = extrema.length === 0 || extrema.some((one) => one.kind === 'global')
  if (!hasBottom || values[0] < floor - 1e-6 * (1 + Math.abs(floor))) return evenLevels(values)
  const heights = values.map((value) => Math.max(0, value - floor))
  const levels = kind === 'log' ? logLevels(heights) : rootLevels(heights)
  return { ...levels, of: (value) => levels.of(value - floor) }
}

/** The lower edges of all bands up to `most`, which may be beyond where the ink is full. */
export function edges({ step, low, high }: Levels, most: number): number[] {
  // The lowest band is the ground itself.
  const first = Math.round(low / step) + (low === 0 ? 1 : 0)
  // Beyond the full ink there are only lines; a map of them would be hatching.
  // The edge of a plateau is no line.
  const last = Math.min(Math.floor(most / step - 0.02), Math.round(high / step) + 12)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => tidy((first + i) * step))
}
