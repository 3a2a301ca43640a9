import { describe, expect, it } from 'vitest'
import { sandSea } from '../drawing/colour.ts'
import { margin, traceLevel } from './boundary.ts'
import { paintClasses, paintScale, signedPlace } from './colours.ts'
import { edgeOf, hitDiagram, layOutDiagram } from './diagramLayout.ts'
import { levelOf } from './edges.ts'
import { fitFrame, gridOf } from './frame.ts'
import { decades, layOutHeat, NOTHING, ratio } from './heat.ts'
import { binValue, density, peak, reachOf, spreadOf } from './norm/violin.ts'
import { parameterPlaces } from '../../engine/network/index.ts'

const bytesOf = (pixel: number) => [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255, pixel >>> 24]

describe('colours', () => {
  it('run from sand to sea, and have no holes', () => {
    const pixels = new Uint32Array(4)
    const scale = sandSea('light')
    paintScale(pixels, scale, [-1e9, 1e9, NaN, 0], (value) => signedPlace('relu', value))
    expect(bytesOf(pixels[0])).toEqual([...scale.at(0), 255])
    expect(bytesOf(pixels[1])).toEqual([...scale.at(1), 255])
    expect(pixels[2]).toBe(pixels[3])
  })
  it('mix classes by their probabilities', () => {
    const pixels = new Uint32Array(2)
    const colours = [
      [200, 0, 0],
      [0, 100, 0],
      [0, 0, 40],
    ] as const
    paintClasses(pixels, colours, [1, 0, 0, 0.5, 0.25, 0.25])
    expect(bytesOf(pixels[0])).toEqual([200, 0, 0, 255])
    expect(bytesOf(pixels[1])).toEqual([100, 25, 10, 255])
  })
})

describe('boundaries', () => {
  const trace = (at: (i: number) => number, columns: number, rows: number, level: number) => {
    const points: [number, number][] = []
    const pen = {
      moveTo: (x: number, y: number) => points.push([x, y]),
      lineTo: (x: number, y: number) => points.push([x, y]),
    }
    traceLevel(
      pen,
      { columns, rows, at },
      level,
      (c) => c,
      (r) => r,
    )
    return points
  }
  it('lie where a slope has the level', () => {
    const points = trace((i) => (i % 6) / 5, 6, 4, 0.5)
    expect(points).toHaveLength(6)
    for (const [x] of points) expect(x).toBeCloseTo(3)
  })
  it('go round a hill, every end met by another', () => {
    const points = trace((i) => -Math.hypot((i % 9) - 4, Math.floor(i / 9) - 4), 9, 9, -2.3)
    const counts = new Map<string, number>()
    for (const [x, y] of points) {
      const key = `${x.toFixed(6)} ${y.toFixed(6)}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
      expect(Math.hypot(x - 4.5, y - 4.5)).toBeCloseTo(2.3, 0)
    }
    expect([...counts.values()].every((count) => count === 2)).toBe(true)
  })
  it('part classes where two are equally likely', () => {
    expect(margin([0.2, 0.5, 0.3], 3, 1)(0)).toBeCloseTo(0.2)
    expect(margin([0.2, 0.5, 0.3], 3, 0)(0)).toBeCloseTo(-0.3)
  })
})

describe('violins', () => {
  const values = Float32Array.from({ length: 4000 }, (_, i) =>
    i % 2 ? 9 : Math.sqrt(-2 * Math.log((i + 1) / 4001)) * Math.cos(i * 2.399963),
  )
  it('are as wide as values are dense, unit by unit', () => {
    const curve = density(values, 0, 2, 4.6, 0.28)
    const mean =
      curve.reduce((sum, share, i) => sum + share * binValue(i, 4.6), 0) / curve.reduce((a, b) => a + b)
    expect(Math.abs(mean)).toBeLessThan(0.1)
    expect(peak(curve)).toBeGreaterThan(4 * curve[8])
    expect(peak(density(values, 1, 2, 4.6, 0.28))).toBe(0)
  })
  it('know mean and deviation', () => {
    const [mean, deviation] = spreadOf([1, 0, 3, 0, 5, 0], 0, 2)
    expect(mean).toBe(3)
    expect(deviation).toBeCloseTo(Math.sqrt(8 / 3))
  })
  it('keep their scale until much lies outside it', () => {
    expect(reachOf([[1, 2, 3]])).toBe(4.6)
    expect(reachOf([Array.from({ length: 100 }, (_, i) => (i < 3 ? 50 : 1))])).toBe(4.6)
    expect(reachOf([[20, -15]])).toBe(37)
    expect(reachOf([[NaN, Infinity]])).toBe(1200)
    expect(reachOf([])).toBe(4.6)
  })
})

describe('cells of weights', () => {
  const architecture = {
    inputs: 2,
    layers: [
      { units: 6, activation: 'tanh', batchNorm: true },
      { units: 1, activation: 'sigmoid' },
    ],
    divergence: 'bkl',
  }
  it('have a place for every parameter, once', () => {
    const { blocks, cell, width } = layOutHeat(parameterPlaces(architecture), 200, 70)
    const seen = blocks.flatMap(({ offset, rows, columns, down, across }) =>
      Array.from(
        { length: rows * columns },
        (_, i) => offset + Math.floor(i / columns) * down + (i % columns) * across,
      ),
    )
    expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 12 + 6 + 12 + 7 }, (_, i) => i))
    expect(cell).toBe(11.5)
    expect(width).toBeLessThanOrEqual(200)
  })
  it('fit, however many there are', () => {
    const large = { ...architecture, layers: [128, 128, 10].map((units) => ({ units, activation: 'relu' })) }
    const { blocks, cell, width } = layOutHeat(parameterPlaces(large), 200, 70)
    expect(width).toBeLessThanOrEqual(200.001)
    for (const { rows } of blocks) expect(rows * cell).toBeLessThanOrEqual(70.001)
  })
  it('are inked by whole decades, without those that had no gradient', () => {
    expect(decades([[0.002, 0.5, 0, NOTHING / 10]])).toEqual([-3, 0])
    expect(decades([[1e-11, 1]])).toEqual([-9, 0])
    expect(decades([[0.01]])).toEqual([-3, -2])
    expect(decades([[0], []])).toBeUndefined()
    expect(ratio([0, 1e-3, 1, 9], [{ offset: 0, rows: 3, columns: 1 }])).toBeCloseTo(1000)
  })
})

describe('diagrams', () => {
  const diagram = layOutDiagram([2, 6, 6, 1], { width: 300, height: 140 })
  it('stand from left to right within their cell', () => {
    expect(diagram.layers.map((layer) => layer.length)).toEqual([2, 6, 6, 1])
    for (const { x, y } of diagram.layers.flat()) {
      expect(x).toBeGreaterThan(0)
      expect(x).toBeLessThan(300)
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(140)
    }
    expect(
      layOutDiagram([64, 128, 10], { width: 300, height: 140 }).layers.map((layer) => layer.length),
    ).toEqual([20, 20, 10])
  })
  it('know what is pointed at', () => {
    const [, first, second] = diagram.layers
    expect(hitDiagram(diagram, second[3].x + 2, second[3].y, 5)).toEqual({ to: second[3] })
    const [x1, y1, x2, y2] = edgeOf(diagram, first[0], second[5])
    expect(hitDiagram(diagram, (x1 + x2) / 2, (y1 + y2) / 2, 5)?.from?.layer).toBe(0)
    expect(hitDiagram(diagram, 2, 2, 5)).toBeUndefined()
  })
  it('ink a weight by its size', () => {
    expect(levelOf(0, 2)).toBe(0)
    expect(levelOf(-100, 2)).toBe(9)
    expect(levelOf(NaN, 2)).toBe(0)
    expect(levelOf(1, 32)).toBeGreaterThan(levelOf(1, 2))
  })
})

describe('maps', () => {
  const square = [
    [-1.5, 1.5],
    [-1.5, 1.5],
  ] as const
  it('have equal axes in any cell', () => {
    const { left, width, height, x, y } = fitFrame(square, { width: 300, height: 184 })
    expect([left, width, height]).toEqual([58, 184, 184])
    expect(x(1) - x(0)).toBeCloseTo(y(0) - y(1))
    expect(y(1.5)).toBe(0)
  })
  it('are asked for as squares of the plane', () => {
    expect(gridOf(square)).toEqual([46, 46])
    expect(gridOf([[-1, 1]])).toEqual([150, 1])
    expect(gridOf([])).toEqual([1, 1])
  })
})
