import { describe, expect, it } from 'vitest'
import { defaults } from '../parameters.ts'
import { column, counts, deviation, fileOf, hash, mean, sum } from './datasets.fixture.ts'
import { datasets, expand, features, prepare, type Selection, sharesComplaint } from './index.ts'

const ready = (id: string, changes: Partial<Selection> = {}, seed = 1) => {
  const dataset = datasets[id]
  const selection = {
    dataset,
    parameters: defaults(dataset.parameters),
    features: ['x1', 'x2'],
    validation: 0.25,
    test: 0.25,
    labelNoise: 0,
    ...changes,
  }
  return prepare(selection, seed, fileOf(dataset))
}
const parts = ['train', 'validation', 'test'] as const

describe('the split', () => {
  it.each(Object.keys(datasets))('%s: deals every row to exactly one part', (id) => {
    const { train, validation, test } = ready(id)
    const all = [train, validation, test].flatMap(({ rows }) => [...rows])
    expect(all.sort((a, b) => a - b)).toEqual(all.map((_, i) => i))
    expect(all).toHaveLength(datasets[id].parameters.count.default as number)
    expect(Math.abs(test.count / all.length - 0.25)).toBeLessThan(0.02)
    for (const part of [train, validation, test]) expect(part.rows).toHaveLength(part.count)
  })

  it('gives whole shares whole: 200, 100 and 100 of 400', () => {
    const { train, validation, test } = ready('circles')
    expect([train.count, validation.count, test.count]).toEqual([200, 100, 100])
    const digits = ready('digits', { parameters: { count: 1100 }, validation: 0, test: 800 / 1100 })
    expect([digits.train.count, digits.validation.count, digits.test.count]).toEqual([300, 0, 800])
  })

  it('keeps the test rows whatever is kept for validation, and holds out others with another seed', () => {
    expect(ready('moons', { validation: 0.1 }).test.rows).toEqual(ready('moons').test.rows)
    expect(ready('moons', {}, 2).test.rows).not.toEqual(ready('moons').test.rows)
  })

  it('leaves something to train on', () => {
    expect(sharesComplaint(0.45, 0.5)).toBeUndefined()
    expect(sharesComplaint(0.5, 0.5)).toMatch(/at most 0.95/)
    const few = ready('circles', { parameters: { count: 10, noise: 0 }, validation: 0.475, test: 0.475 })
    expect(few.train.count).toBe(2)
  })
})

describe('targets', () => {
  it('are 0 or 1 on one unit for two classes', () => {
    const { train, outputs } = ready('circles')
    expect(outputs).toBe(1)
    expect([...train.d]).toEqual([...train.labels])
  })

  it('are one-hot for many', () => {
    const { train, outputs } = ready('digits')
    expect(outputs).toBe(10)
    expect(sum(train.d)).toBe(train.count)
    train.labels.forEach((label, i) => expect(train.d[10 * i + label]).toBe(1))
  })

  it('are the numbers themselves in regression', () => {
    const { train, outputs } = ready('plane')
    expect(outputs).toBe(1)
    expect(train.labels).toHaveLength(0)
    train.d.forEach((d, i) => expect(d).toBeCloseTo((train.x[2 * i] + train.x[2 * i + 1]) / 2.5, 12))
  })
})

describe('label noise', () => {
  it.each([
    ['moons', 0.15],
    ['digits', 0.2],
  ])('%s: exactly a share of %d of the training labels are wrong, and no others', (id, labelNoise) => {
    const clean = ready(id)
    const noisy = ready(id, { labelNoise })
    const differ = noisy.train.labels.map((label, i) => (label === clean.train.labels[i] ? 0 : 1))
    expect(sum(differ)).toBe(Math.round(labelNoise * noisy.train.count))
    expect([...noisy.train.wrong]).toEqual([...differ])
    expect(noisy.train.x).toEqual(clean.train.x)
    expect(noisy.validation).toEqual(clean.validation)
    expect(noisy.test).toEqual(clean.test)
  })

  it('is in validation too where that is wanted, never in the test', () => {
    const { validation, test } = ready('moons', { labelNoise: 0.15, noisyValidation: true })
    expect(sum(validation.wrong)).toBe(15)
    expect(sum(test.wrong)).toBe(0)
    expect(ready('moons', { labelNoise: 0.15 }).train).toEqual(
      ready('moons', { labelNoise: 0.15, noisyValidation: true }).train,
    )
  })

  it('puts all other classes in the place of a wrong one, and keeps the wrong ones when it grows', () => {
    const clean = ready('digits').train.labels
    const { labels, wrong } = ready('digits', { labelNoise: 1 }).train
    const steps = labels.map((label, i) => (label - clean[i] + 10) % 10)
    expect(counts(steps, 10)[0]).toBe(0)
    expect(Math.min(...counts(steps, 10).slice(1))).toBeGreaterThan(60)
    expect(sum(wrong)).toBe(wrong.length)
    const some = ready('digits', { labelNoise: 0.2 }).train
    const more = ready('digits', { labelNoise: 0.3 }).train
    some.wrong.forEach((one, i) => one && expect(more.labels[i]).toBe(some.labels[i]))
  })

  it('leaves regression alone', () => {
    expect(ready('sine', { labelNoise: 0.5 }).train).toEqual(ready('sine').train)
  })
})

describe('standardisation', () => {
  it('is fitted on the training rows only, and used on all', () => {
    const { train, test, standardization } = ready('penguins')
    for (let c = 0; c < 4; c++) {
      expect(Math.abs(mean(column(train.x, 4, c)))).toBeLessThan(1e-12)
      expect(deviation(column(train.x, 4, c))).toBeCloseTo(1, 12)
    }
    expect(Math.abs(mean(test.x))).toBeGreaterThan(1e-3)
    expect(standardization?.inputs.mean[3]).toBeGreaterThan(4000)
    expect(ready('penguins', { standardize: false }).train.x[3]).toBeGreaterThan(2000)
    expect(ready('circles').standardization).toBeUndefined()
  })

  it('takes the target of a regression with it, and the map', () => {
    const { train, standardization, domain } = ready('plane', { standardize: true })
    expect(deviation(train.d)).toBeCloseTo(1, 12)
    expect(standardization?.target?.spread[0]).toBeLessThan(1)
    for (const [low, high] of domain) expect(high - low).toBeGreaterThan(3.2)
  })
})

describe('features', () => {
  const some = ['x1', 'x1x1', 'x1x2', 'sinx2']

  it('are those of TensorFlow Playground', () => {
    const at = Object.values(features).map(({ value }) => value(0.5, -0.3))
    const values = [0.5, -0.3, 0.25, 0.09, -0.15, Math.sin(2), Math.sin(-1.2)]
    values.forEach((value, i) => expect(at[i]).toBeCloseTo(value, 14))
  })

  it('are the same of examples and of the points of a map', () => {
    const { train, inputs, features } = ready('circles', { features: some })
    expect(inputs).toEqual(['x₁', 'x₁²', 'x₁x₂', 'sin 4x₂'])
    expect(train.x).toHaveLength(4 * train.count)
    const grid = new Float64Array(train.x.length)
    expand(train.points, features, grid)
    expect(grid).toEqual(train.x)
    const one = new Float64Array(train.x.length)
    expand(train.points, features, one, 7, 1)
    expect(one.slice(28, 32)).toEqual(train.x.slice(28, 32))
    expect(sum(one)).toBe(sum(one.slice(28, 32)))
  })

  it('x₁ and x₂ are the points themselves; other data are given whole', () => {
    const { train } = ready('circles')
    expect(train.x).toBe(train.points)
    expect(ready('circles', { features: ['x2'] }).train.x).toEqual(column(train.points, 2, 1))
    expect(ready('iris', { features: some }).inputs).toEqual(datasets.iris.inputs)
    expect(ready('sine', { features: some }).inputs).toEqual(['x'])
  })
})

describe('a prepared set', () => {
  it('never changes a bit', () => {
    const bits = (id: string, changes: Partial<Selection> = {}) =>
      hash(...parts.flatMap((part) => [ready(id, changes)[part].x, ready(id, changes)[part].d]))
    expect([
      bits('circles', { labelNoise: 0.1, features: ['x1', 'x2', 'sinx1'] }),
      bits('digits', { labelNoise: 0.2 }),
      bits('penguins'),
    ]).toEqual(['d98127e3', 'fe7942d9', 'ef230492'])
  })

  it('refuses a file that is not the right one', () => {
    const { iris } = datasets
    const selection = {
      dataset: iris,
      parameters: defaults(iris.parameters),
      features: [],
      validation: 0,
      test: 0,
      labelNoise: 0,
    }
    expect(() => prepare(selection, 1)).toThrow('data/iris.csv has not been read')
  })
})
