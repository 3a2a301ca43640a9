import { describe, expect, it } from 'vitest'
import { complaint, defaults } from '../parameters.ts'
import { deviation, fileOf, mean } from './datasets.fixture.ts'
import { augmentations, createAugmenter, datasets, prepare } from './index.ts'

const ready = (id: string, features: string[] = ['x1', 'x2']) => {
  const dataset = datasets[id]
  const selection = {
    dataset,
    parameters: defaults(dataset.parameters),
    features,
    validation: 0,
    test: 0,
    labelNoise: 0,
  }
  return prepare(selection, 1, fileOf(dataset))
}
const circles = ready('circles')
const digits = ready('digits')
const everyRow = (count: number) => Int32Array.from({ length: count }, (_, i) => i)
type Choice = { kind: string } & Record<string, number | string>
/** All training inputs, as update k sees them. */
const moved = (prepared: typeof circles, choices: Choice[], k = 1, seed = 1) => {
  const augmenter = createAugmenter(prepared, prepared.train, choices, seed)
  augmenter.augment(everyRow(prepared.train.count), k)
  return augmenter.data.x
}
const radius = (x: Float64Array, i: number) => Math.hypot(x[2 * i], x[2 * i + 1])

describe('augmentations', () => {
  it('begin with none, and say what they are and what they suit', () => {
    expect(Object.keys(augmentations)[0]).toBe('none')
    expect(moved(circles, [{ kind: 'none' }])).toEqual(circles.train.x)
    const suiting = (id: string) =>
      Object.values(augmentations)
        .filter(({ suits }) => suits(datasets[id]))
        .map(({ id }) => id)
    expect(suiting('circles')).toEqual(['none', 'jitter', 'rotation', 'mirror'])
    expect(suiting('digits')).toEqual(['none', 'shift', 'pixelNoise'])
    expect(suiting('iris')).toEqual(['none'])
    for (const { summary, parameters } of Object.values(augmentations)) {
      expect(summary).toMatch(/^[A-Z].*\.$/)
      for (const parameter of Object.values(parameters))
        expect(complaint(parameter, parameter.default)).toBeUndefined()
    }
  })

  it('leave the data as they are', () => {
    const before = circles.train.x.slice()
    moved(circles, [{ kind: 'jitter', spread: 1 }])
    expect(circles.train.x).toEqual(before)
  })

  it('can be seen again: a row is changed in a step as it is, in whatever batch it stands', () => {
    const choices = [
      { kind: 'jitter', spread: 0.1 },
      { kind: 'rotation', degrees: 20 },
    ]
    const whole = moved(circles, choices, 5).slice()
    const augmenter = createAugmenter(circles, circles.train, choices, 1)
    augmenter.augment(Int32Array.of(9, 3), 4)
    augmenter.augment(Int32Array.of(3, 11), 5)
    for (const row of [3, 11])
      expect(augmenter.data.x.slice(2 * row, 2 * row + 2)).toEqual(whole.slice(2 * row, 2 * row + 2))
    expect(moved(circles, choices, 6)).not.toEqual(whole)
    expect(moved(circles, choices, 5, 2)).not.toEqual(whole)
  })

  it('draw independently: jitter is the same with a mirror after it', () => {
    const jitter = { kind: 'jitter', spread: 0.1 }
    const alone = moved(circles, [jitter]).map(Math.abs)
    expect(moved(circles, [jitter, { kind: 'mirror', across: 'both' }]).map(Math.abs)).toEqual(alone)
  })

  it('jitter by its spread', () => {
    const steps = moved(circles, [{ kind: 'jitter', spread: 0.05 }]).map((x, i) => x - circles.train.x[i])
    expect(Math.abs(mean(steps))).toBeLessThan(0.006)
    expect(Math.abs(deviation(steps) - 0.05)).toBeLessThan(0.005)
  })

  it('rotate about the centre by at most so much', () => {
    const { x } = circles.train
    const turned = moved(circles, [{ kind: 'rotation', degrees: 30 }])
    let largest = 0
    for (let i = 0; i < circles.train.count; i++) {
      expect(radius(turned, i)).toBeCloseTo(radius(x, i), 12)
      const cross = x[2 * i] * turned[2 * i + 1] - x[2 * i + 1] * turned[2 * i]
      largest = Math.max(largest, Math.abs(Math.asin(cross / (radius(x, i) * radius(turned, i)))))
    }
    expect(largest).toBeLessThanOrEqual(Math.PI / 6 + 1e-9)
    expect(largest).toBeGreaterThan(0.95 * (Math.PI / 6))
  })

  it('mirror about half of the points', () => {
    const flips = moved(circles, [{ kind: 'mirror', across: 'x1' }]).map((x, i) => x / circles.train.x[i])
    expect(new Set(flips.filter((_, i) => i % 2 === 1))).toEqual(new Set([1]))
    const half = flips.filter((flip) => flip === -1).length / circles.train.count
    expect(Math.abs(half - 0.5)).toBeLessThan(0.08)
  })

  it('give the features of the points that were moved', () => {
    const prepared = ready('circles', ['x1', 'x1x1'])
    const x = moved(prepared, [{ kind: 'jitter', spread: 0.1 }])
    for (let i = 0; i < prepared.train.count; i++) expect(x[2 * i + 1]).toBe(x[2 * i] * x[2 * i])
    expect(x).not.toEqual(prepared.train.x)
  })

  it('shift images by −1, 0 or 1 pixel along each axis, blank at the edge, all nine equally often', () => {
    const { x, count } = digits.train
    const blank = digits.dataset.image?.blank ?? NaN
    const shifted = moved(digits, [{ kind: 'shift', pixels: 1 }])
    const found = new Map<string, number>()
    const pixel = (i: number, row: number, column: number) =>
      row < 0 || row > 7 || column < 0 || column > 7 ? blank : x[64 * i + 8 * row + column]
    for (let i = 0; i < count; i++) {
      const fits = [-1, 0, 1].flatMap((down) =>
        [-1, 0, 1]
          .filter((right) =>
            everyRow(64).every((p) => shifted[64 * i + p] === pixel(i, (p >> 3) - down, (p & 7) - right)),
          )
          .map((right) => `${down} ${right}`),
      )
      expect(fits).toHaveLength(1)
      found.set(fits[0], (found.get(fits[0]) ?? 0) + 1)
    }
    expect(found.size).toBe(9)
    for (const times of found.values()) expect(Math.abs(times / count - 1 / 9)).toBeLessThan(0.03)
  })

  it('put noise on pixels by its spread', () => {
    const steps = moved(digits, [{ kind: 'pixelNoise', spread: 0.5 }]).map((x, i) => x - digits.train.x[i])
    expect(Math.abs(deviation(steps) - 0.5)).toBeLessThan(0.005)
  })
})
