import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fileComplaint } from '../dataset.ts'
import { complaint, defaults, type Value } from '../parameters.ts'
import { Random } from '../random.ts'
import { column, counts, deviation, fileOf, hash, mean, sum } from './datasets.fixture.ts'
import { datasets } from './index.ts'

const all = Object.values(datasets)
const named = all.map((dataset) => [dataset.id, dataset] as const)
const made = (id: string, values: Record<string, Value> = {}, seed = 1) => {
  const set = datasets[id]
  return set.make({ ...defaults(set.parameters), ...values }, new Random(seed, 'data'), fileOf(set))
}

describe('the list of data sets', () => {
  it('has a file for each, named after its id', () => {
    const others = ['index', 'common', 'table', 'features', 'prepare', 'batches', 'augmentations']
    const files = readdirSync(new URL('.', import.meta.url))
      .filter((name) => /^\w+\.ts$/.test(name))
      .map((name) => name.slice(0, -3))
    expect([...Object.keys(datasets), ...others].sort()).toEqual(files.sort())
  })

  it('has distinct names that read after "on"', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
    for (const { name } of all) expect(name).not.toMatch(/^the |[.:]$/i)
  })
})

/** First three rows and their targets at seed 1, and a hash of all bits: published links must show the same points. */
const frozen: Record<string, [x: number[], y: number[], hash: string]> = {
  circles: [
    [
      -0.3613899466317066, -0.7725492250416459, -0.12209261504901378, 0.5605236461712558, 0.9228585985964546,
      0.511006574032619,
    ],
    [0, 1, 0],
    'e36c1b48',
  ],
  moons: [
    [
      -1.1537610592837946, 0.8606275429870686, 0.0708721882893324, -0.39521759258261907, 0.5037205045868162,
      -0.24640257682170352,
    ],
    [0, 1, 0],
    'fea3a430',
  ],
  xor: [
    [
      0.7803620252943946, -0.9184148282467924, 0.3841337852173745, 0.5661682262221824, -0.18048399534785567,
      0.32190955595946324,
    ],
    [0, 1, 0],
    'f48a0629',
  ],
  gaussians: [
    [
      -0.4852853035805542, -0.12117737689533825, 0.40038520622052276, 0.6236186918137887, -0.7640360353956605,
      -0.853211840910018,
    ],
    [0, 1, 0],
    'ca05b14f',
  ],
  spiral: [
    [
      -0.7762962707551556, -0.29155937342095345, -0.3022323389009315, 0.08600543774268327,
      0.06050814470310345, 0.043401062597187186,
    ],
    [0, 1, 0],
    '336e6e96',
  ],
  blobs3: [
    [
      0.22030028749361205, 1.375175836173263, 0.49969250776036067, -0.5734669157303479, -0.754248088182957,
      -0.4872482886370126,
    ],
    [0, 1, 2],
    '82b433c2',
  ],
  sine: [
    [0.5410860758831837, -0.6475986443478764, -1.2585480139564331],
    [0.8690962892671952, -0.7913505805116217, 0.7715812316926601],
    '18230e08',
  ],
  step: [
    [0.5410860758831837, -0.6475986443478764, -1.2585480139564331],
    [0.8774150001147634, -0.8969445024614573, -0.9542572275283813],
    '0cd1292e',
  ],
  chebyshev: [
    [-1, -0.8947368421052632, -0.7894736842105263],
    [1, -0.2773382647462803, -0.8784386246268827],
    '590af071',
  ],
  plane: [
    [
      0.5410860758831837, 0.9552444847403772, -0.6475986443478764, -0.10149532133345263, -1.2585480139564331,
      -0.8342713321216102,
    ],
    [0.5985322242494243, -0.2996375862725316, -0.8371277384312172],
    '9900ecad',
  ],
  bumps: [
    [
      0.5410860758831837, 0.9552444847403772, -0.6475986443478764, -0.10149532133345263, -1.2585480139564331,
      -0.8342713321216102,
    ],
    [0, 0, -0.33474346010349],
    '55c75640',
  ],
  digits: [
    [
      -0.8111702127659575, -0.8111702127659575, 0.019946808510638316, 1.3497340425531916, 0.6848404255319149,
      -0.6449468085106382, -0.8111702127659575, -0.8111702127659575, -0.8111702127659575, -0.8111702127659575,
      1.3497340425531916, 1.6821808510638299,
    ],
    [0, 1, 2],
    '1140c2c0',
  ],
  iris: [[5.1, 3.5, 1.4, 0.2, 4.9, 3, 1.4, 0.2, 4.7, 3.2, 1.3, 0.2], [0, 0, 0], '2c2b05fe'],
  penguins: [[39.1, 18.7, 181, 3750, 39.5, 17.4, 186, 3800, 40.3, 18, 195, 3250], [0, 0, 0], '37ecdb57'],
}

describe.each(named)('%s', (id, set) => {
  const { x, y } = made(id)
  const width = set.inputs.length

  it('says what it is', () => {
    expect(set.summary).toMatch(/^[A-Z0-9].*\.$/)
    for (const parameter of Object.values(set.parameters))
      expect(complaint(parameter, parameter.default)).toBeUndefined()
    expect(set.classes.length).toBe(
      { regression: 0, 'two classes': 2 }[set.task as string] ?? set.classes.length,
    )
    expect(set.target !== undefined).toBe(set.task === 'regression')
    expect(set.domain.length).toBe(width <= 2 ? width : 0)
    // A link key must not begin like an HTML entity that needs no semicolon.
    for (const { key } of Object.values(set.parameters)) expect(key).toMatch(/^[a-z]+$/)
  })

  it('has the rows it promises, of finite numbers', () => {
    expect(y.length).toBe(set.parameters.count.default)
    expect(x.length).toBe(y.length * width)
    expect([...x, ...y].every(Number.isFinite)).toBe(true)
  })

  it('never changes a bit', () => {
    const first = Array.from(x.subarray(0, 3 * Math.min(width, 4)))
    expect([first, Array.from(y.subarray(0, 3)), hash(x, y)]).toEqual(frozen[id])
  })

  it.runIf(!set.file)('is as good as inside its map, and fills it', () => {
    set.domain.forEach(([low, high], c) => {
      const values = column(x, width, c)
      expect(values.filter((value) => value < low || value > high).length / y.length).toBeLessThan(0.01)
      expect(Math.max(...values) - Math.min(...values)).toBeGreaterThan(0.6 * (high - low))
    })
  })

  it.runIf(set.classes.length > 0 && !set.file)('has classes of equal size', () => {
    const sizes = counts(y, set.classes.length)
    expect(sum(sizes)).toBe(y.length)
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
  })

  it.runIf(!set.file && id !== 'chebyshev')('gets more rows without moving those it has', () => {
    const few = made(id, { count: 50 })
    expect(few.x).toEqual(made(id, { count: 51 }).x.slice(0, 50 * width))
    expect(made(id, { count: 50 }, 2).x).not.toEqual(few.x)
  })
})

describe('the forms of lessons.md §5', () => {
  const many = { count: 5000 }
  /** Points of one class. */
  const of = (id: string, label: number, values = {}) => {
    const { x, y } = made(id, { ...many, ...values })
    return Array.from(y, (_, i) => [x[2 * i], x[2 * i + 1]]).filter((_, i) => y[i] === label)
  }
  const radii = (points: number[][]) => points.map(([a, b]) => Math.hypot(a, b))

  it('gaussians: centres ±0.8, spread 0.5', () => {
    for (const [label, centre] of [
      [0, -0.8],
      [1, 0.8],
    ])
      for (const c of [0, 1]) {
        const values = of('gaussians', label).map((point) => point[c])
        expect(Math.abs(mean(values) - centre)).toBeLessThan(0.03)
        expect(Math.abs(deviation(values) - 0.5)).toBeLessThan(0.03)
      }
  })

  it('circles: radii 1 and 0.45, spread 0.12', () => {
    expect(Math.abs(mean(radii(of('circles', 0))) - 1)).toBeLessThan(0.01)
    expect(Math.abs(mean(radii(of('circles', 1))) - 0.45)).toBeLessThan(0.01)
    expect(Math.abs(deviation(radii(of('circles', 0))) - 0.12)).toBeLessThan(0.01)
  })

  it('xor: the class is the sign of the product; nothing within the gap; all quadrants equally full', () => {
    for (const [label, sign] of [
      [0, -1],
      [1, 1],
    ]) {
      const points = of('xor', label)
      expect(points.every(([a, b]) => Math.sign(a * b) === sign)).toBe(true)
      expect(points.every(([a, b]) => Math.min(Math.abs(a), Math.abs(b)) >= 0.1)).toBe(true)
      expect(points.filter(([a]) => a > 0)).toHaveLength(1250)
    }
  })

  it('spiral: the angle follows the radius; 1.2 wide; the second arm is the first through the centre', () => {
    for (const turns of [1, 1.75])
      for (const label of [0, 1])
        for (const [a, b] of of('spiral', label, { turns, noise: 0 })) {
          const r = Math.hypot(a, b)
          const angle = 2 * Math.PI * turns * (r / 1.2) + label * Math.PI
          expect(r).toBeLessThan(1.2)
          expect(Math.abs(a - r * Math.sin(angle)) + Math.abs(b - r * Math.cos(angle))).toBeLessThan(1e-12)
        }
  })

  it('moons: unit half circles times 0.9 about the centre', () => {
    for (const [a, b] of of('moons', 0, { noise: 0 })) {
      expect(Math.hypot(a / 0.9 + 0.5, b / 0.9 + 0.25)).toBeCloseTo(1, 12)
      expect(b / 0.9 + 0.25).toBeGreaterThanOrEqual(0)
    }
    for (const [a, b] of of('moons', 1, { noise: 0 }))
      expect(Math.hypot(a / 0.9 - 0.5, b / 0.9 - 0.25)).toBeCloseTo(1, 12)
    const clean = made('moons', { noise: 0 }).x
    const moved = made('moons').x.map((value, i) => value - clean[i])
    expect(Math.abs(deviation(moved) - 0.18)).toBeLessThan(0.01)
  })

  it('blobs3: radius 0.9, spread 0.35', () => {
    for (const label of [0, 1, 2]) {
      const points = of('blobs3', label)
      const centre = [0, 1].map((c) => mean(points.map((point) => point[c])))
      expect(Math.abs(Math.hypot(...centre) - 0.9)).toBeLessThan(0.03)
      expect(Math.abs(deviation(points.map(([a]) => a)) - 0.35)).toBeLessThan(0.02)
    }
  })

  it('regression: targets are the functions they say', () => {
    const clean = (id: string, f: (a: number, b: number) => number) => {
      const width = datasets[id].inputs.length
      const { x, y } = made(id, { noise: 0 })
      y.forEach((value, i) => expect(value).toBeCloseTo(f(x[i * width], x[i * width + 1]), 12))
    }
    clean('sine', (a) => Math.sin(Math.PI * a))
    clean('step', (a) => (a < 0 ? -1 : 1))
    clean('chebyshev', (a) => 8 * a ** 4 - 8 * a ** 2 + 1)
    clean('plane', (a, b) => (a + b) / 2.5)
    expect(made('chebyshev').x[19]).toBe(1)
    const { x, y } = made('bumps', many)
    const top = Array.from(y, (_, i) => i).filter((i) => y[i] > 0.9)
    expect(top.length).toBeGreaterThan(3)
    for (const i of top)
      expect(
        Math.min(
          Math.hypot(Math.abs(x[2 * i]) - 1, x[2 * i + 1] - 0.625),
          Math.hypot(x[2 * i], x[2 * i + 1] + 0.625),
        ),
      ).toBeLessThan(0.05)
    expect(Math.max(...y)).toBeLessThanOrEqual(1)
    expect(Math.min(...y)).toBeLessThan(-0.9)
  })
})

describe('real data', () => {
  const sha256: Record<string, string> = {
    digits: '68aea062d35a127749050fa0e52dca09d6569ac08092c925610e0954e172dde2',
    iris: 'b6b8efc86732bc48c9fbddba53e2c191fd4f263c0ee98e2b1b7d3543e8d2121d',
    penguins: '2aae5655b87666a59355cdb338eed523adcb7dc190132c1a5c66bc5126c758a2',
  }
  const real = all.filter(({ file }) => file)

  it.each(real.map((set) => [set.id, set] as const))('%s: the file is the published one', (id, set) => {
    const bytes = fileOf(set) ?? new Uint8Array()
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256[id])
    expect(fileComplaint(set, bytes)).toBeUndefined()
    expect(fileComplaint(set, undefined)).toMatch(/has not been read/)
    expect(fileComplaint(set, bytes.slice(1))).toMatch(/found \d+ bytes, expected \d+/)
    expect(
      fileComplaint(
        set,
        bytes.map((byte, i) => (i === 7 ? byte ^ 1 : byte)),
      ),
    ).toMatch(/other data/)
  })

  it.each(real.map((set) => [set.id, set] as const))('%s: its credit stands beside the file', (_id, set) => {
    const plain = (text = '') => text.replace(/\s+/g, ' ')
    const file = plain(readFileSync(new URL('../../public/data/ATTRIBUTION.txt', import.meta.url), 'utf8'))
    const { by, text, licence, url } = set.credit!
    for (const part of [`${by}, ${text}`, licence, url]) expect(file).toContain(plain(part))
  })

  it('digits: 1797 images with the published sums, put on one scale', () => {
    const { x, y } = made('digits')
    expect(counts(y, 10)).toEqual([178, 182, 177, 183, 181, 182, 181, 179, 174, 180])
    expect(Math.round(sum(x.map((value) => (value * 0.376 + 0.305) * 16)))).toBe(561718)
    expect(Math.abs(mean(x))).toBeLessThan(0.005)
    expect(Math.abs(deviation(x) - 1)).toBeLessThan(0.005)
    expect(Math.min(...x)).toBe(datasets.digits.image?.blank)
    expect(Math.max(...x)).toBe(datasets.digits.image?.full)
  })

  it('iris and penguins: rows, classes and measurements as published', () => {
    const iris = made('iris')
    expect(counts(iris.y, 3)).toEqual([50, 50, 50])
    expect(mean(column(iris.x, 4, 0))).toBeCloseTo(5.843333, 5)
    const penguins = made('penguins')
    expect(counts(penguins.y, 3)).toEqual([151, 68, 123])
    expect(mean(column(penguins.x, 4, 3))).toBeCloseTo(4201.754386, 5)
    expect(mean(column(penguins.x, 4, 0))).toBeCloseTo(43.92193, 5)
  })

  it('a smaller count is a random choice, and part of a larger', () => {
    const few = made('digits', { count: 300 })
    expect(Math.min(...counts(few.y, 10))).toBeGreaterThan(15)
    const rows = ({ x, y }: typeof few) => Array.from(y, (_, i) => x.slice(64 * i, 64 * i + 64).join())
    const more = new Set(rows(made('digits', { count: 400 })))
    expect(rows(few).every((row) => more.has(row))).toBe(true)
    expect(made('digits', { count: 300 }, 2).y).not.toEqual(few.y)
  })
})
