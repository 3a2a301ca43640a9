import { describe, expect, it } from 'vitest'
import { type Random, stream } from './random.ts'

const take = (n: number, from: Random, kind: 'uniform' | 'normal'): number[] =>
  Array.from({ length: n }, () => from[kind]())
const mean = (xs: readonly number[]): number => xs.reduce((sum, x) => sum + x, 0) / xs.length
const moment = (xs: readonly number[], power: number): number => mean(xs.map((x) => x ** power))
const correlation = (xs: readonly number[], ys: readonly number[]): number => {
  const [mx, my] = [mean(xs), mean(ys)]
  const covariance = mean(xs.map((x, i) => (x - mx) * (ys[i] - my)))
  return covariance / Math.sqrt(mean(xs.map((x) => (x - mx) ** 2)) * mean(ys.map((y) => (y - my) ** 2)))
}
/** The largest distance between the sample's distribution and the true one (Kolmogorov and Smirnov). */
const distance = (xs: readonly number[], cumulative: (x: number) => number): number =>
  Math.max(
    ...xs
      .toSorted((a, b) => a - b)
      .map((x, i) => Math.max(cumulative(x) - i / xs.length, (i + 1) / xs.length - cumulative(x))),
  )
/** Φ by its power series; good to 1e-9 on the range that a sample reaches. */
const normalCumulative = (x: number): number => {
  let term = x
  let sum = x
  for (let k = 1; k < 120; k++) {
    term *= (x * x) / (2 * k + 1)
    sum += term
  }
  return 0.5 + (sum * Math.exp(-0.5 * x * x)) / Math.sqrt(2 * Math.PI)
}

const N = 20000
/** With 1.95/√N, one sample in a thousand would be refused: but these seeds are fixed. */
const KOLMOGOROV = 1.95 / Math.sqrt(N)

describe('a stream', () => {
  it('never changes: these are the first values of published links', () => {
    expect(take(3, stream(0, 'data', 0), 'uniform')).toEqual([
      0.07549089802683429, 0.46801175428842, 0.8499716645158331,
    ])
    expect(take(3, stream(0, 'data', 0), 'normal')).toEqual([
      -0.3882371829737854, 1.9260383637925969, 0.8336894369879366,
    ])
    expect(take(3, stream(1, 'init', 0), 'uniform')).toEqual([
      0.7298302453661163, 0.7078042022057451, 0.10859092154625949,
    ])
    expect(take(3, stream(1, 'init', 0), 'normal')).toEqual([
      -0.4239211920155396, 0.21177395432794574, 0.3252747364328083,
    ])
    expect(take(3, stream(42, 'noise', 1000), 'uniform')).toEqual([
      0.640895058805354, 0.4419833603636487, 0.16399469980731218,
    ])
    expect(take(3, stream(42, 'noise', 1000), 'normal')).toEqual([
      -1.337141204933829, 0.5874280019340269, -0.2197403212092472,
    ])
    expect(take(3, stream(4294967295, 'dropout', 4294967295), 'uniform')).toEqual([
      0.22256713035685427, 0.501380763713482, 0.9134960715258366,
    ])
    expect(take(3, stream(4294967295, 'dropout', 4294967295), 'normal')).toEqual([
      -0.7095618812009759, -1.756542542059198, 0.5247487584303964,
    ])
  })

  it('is the same whenever it is opened and whatever other streams have drawn', () => {
    const alone = take(20, stream(7, 'noise', 3), 'normal')
    const other = stream(7, 'data', 3)
    const mixed = stream(7, 'noise', 3)
    const drawn = Array.from({ length: 20 }, () => {
      other.uniform()
      return mixed.normal()
    })
    expect(drawn).toEqual(alone)
  })

  it('draws the same uniforms after any number of draws from its other steps', () => {
    take(1000, stream(7, 'noise', 2), 'uniform')
    expect(stream(7, 'noise', 3).uniform()).toBe(stream(7, 'noise', 3).uniform())
    expect(stream(7, 'noise', 3).uniform()).not.toBe(stream(7, 'noise', 2).uniform())
  })

  it('differs for every seed, name and counter', () => {
    const first = new Set<number>()
    const names = ['data', 'init', 'batches', 'dropout', 'noise', 'a', 'b', 'ab', 'ba', 'aa', '']
    let count = 0
    for (const seed of [0, 1, 2, 3, 42, 2 ** 31, 2 ** 32 - 1])
      for (const name of names)
        for (const counter of [...Array.from({ length: 200 }, (_, i) => i), 1e6, 2 ** 31, 2 ** 32 - 1]) {
          first.add(stream(seed, name, counter).uniform())
          count++
        }
    expect(first.size).toBe(count)
  })

  it('takes seeds as unsigned 32-bit numbers', () => {
    expect(stream(4294967295, 'data').uniform()).toBe(stream(-1, 'data').uniform())
  })
})

describe.each([1, 2, 20261122])('uniform numbers of seed %d', (seed) => {
  const xs = take(N, stream(seed, 'uniform'), 'uniform')

  it('lie in [0, 1) and use all 53 bits', () => {
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...xs)).toBeLessThan(1)
    const last = xs.filter((x) => (x * 2 ** 53) % 2 === 1).length
    expect(Math.abs(last / N - 0.5)).toBeLessThan(4 * (0.5 / Math.sqrt(N)))
  })

  it('are uniform', () => {
    expect(Math.abs(mean(xs) - 1 / 2)).toBeLessThan(4 / Math.sqrt(12 * N))
    expect(Math.abs(moment(xs, 2) - 1 / 3)).toBeLessThan(4 * Math.sqrt(4 / 45 / N))
    expect(distance(xs, (x) => x)).toBeLessThan(KOLMOGOROV)
  })

  it('do not follow from the one before, nor from the next seed, counter or name', () => {
    const limit = 4 / Math.sqrt(N)
    expect(Math.abs(correlation(xs.slice(1), xs.slice(0, -1)))).toBeLessThan(limit)
    for (const other of [stream(seed + 1, 'uniform'), stream(seed, 'uniform', 1), stream(seed, 'uniforn')])
      expect(Math.abs(correlation(xs, take(N, other, 'uniform')))).toBeLessThan(limit)
  })
})

describe('the first number of consecutive streams', () => {
  it.each(['noise', 'dropout'])('is uniform and uncorrelated over the steps of "%s"', (name) => {
    const xs = Array.from({ length: N }, (_, k) => stream(5, name, k).uniform())
    expect(distance(xs, (x) => x)).toBeLessThan(KOLMOGOROV)
    expect(Math.abs(correlation(xs.slice(1), xs.slice(0, -1)))).toBeLessThan(4 / Math.sqrt(N))
  })

  it('is uniform and uncorrelated over seeds', () => {
    const xs = Array.from({ length: N }, (_, seed) => stream(seed, 'data').uniform())
    expect(distance(xs, (x) => x)).toBeLessThan(KOLMOGOROV)
    expect(Math.abs(correlation(xs.slice(1), xs.slice(0, -1)))).toBeLessThan(4 / Math.sqrt(N))
  })
})

describe.each([1, 2, 20261122])('normal numbers of seed %d', (seed) => {
  const xs = take(N, stream(seed, 'normal'), 'normal')

  it('have the moments of a standard normal', () => {
    expect(Math.abs(mean(xs))).toBeLessThan(4 / Math.sqrt(N))
    expect(Math.abs(moment(xs, 2) - 1)).toBeLessThan(4 * Math.sqrt(2 / N))
    expect(Math.abs(moment(xs, 3))).toBeLessThan(4 * Math.sqrt(15 / N))
    expect(Math.abs(moment(xs, 4) - 3)).toBeLessThan(4 * Math.sqrt(96 / N))
  })

  it('are distributed as one, to the tails', () => {
    expect(distance(xs, normalCumulative)).toBeLessThan(KOLMOGOROV)
    expect(Math.max(...xs.map(Math.abs))).toBeGreaterThan(3.3)
    expect(Math.max(...xs.map(Math.abs))).toBeLessThan(6)
  })

  it('do not follow from the one before, nor in size', () => {
    const limit = 4 / Math.sqrt(N)
    expect(Math.abs(correlation(xs.slice(1), xs.slice(0, -1)))).toBeLessThan(limit)
    const sizes = xs.map((x) => x * x)
    expect(Math.abs(correlation(sizes.slice(1), sizes.slice(0, -1)))).toBeLessThan(limit)
  })
})
