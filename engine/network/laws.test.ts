import { describe, expect, test } from 'vitest'
import { type Architecture, plainSettings } from './architecture.ts'
import { batchNormTerms } from './batchNorm.ts'
import { dropoutStreams } from './dropout.ts'
import { measurePopulation, predict, testLoss } from './inference.ts'
import { used, view } from './kernels/arena.ts'
import { everyRow, someData, someNetwork, trained } from './network.fixture.ts'
import { configure, createNetwork, parameterOf, regionSize, releaseNetwork } from './network.ts'
import { drawMasks, putMask, train } from './training.ts'

const rows = 8
const all = everyRow(rows)

const shape = (batchNorm: boolean, activation = 'tanh'): Architecture => ({
  inputs: 3,
  layers: [
    { units: 6, activation, batchNorm },
    { units: 5, activation, batchNorm },
    { units: 3, activation: 'softmax' },
  ],
  divergence: 'kl',
})
const plain = shape(false)
const normalized = shape(true)

const withStop = { batchNorm: { ...plainSettings.batchNorm, stopGradient: true } }

const largestDifference = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - b[i])), 0)

describe('a batch', () => {
  test('has the mean loss and the mean gradient of its rows, without batch norm', () => {
    const network = someNetwork(plain, rows)
    const data = someData(plain, rows)
    const loss = trained(network, data, all)
    const gradient = network.gradient.slice()
    let mean = 0
    const meanGradient = new Float64Array(network.size)
    for (let r = 0; r < rows; r++) {
      mean += trained(network, data, all, r, 1) / rows
      network.gradient.forEach((g, i) => (meanGradient[i] += g / rows))
    }
    expect(loss).toBeCloseTo(mean, 14)
    expect(largestDifference(gradient, meanGradient)).toBeLessThan(1e-15)
    releaseNetwork(network)
  })

  test('gives each row the same output bits alone, in a batch, and in a batch of another size', () => {
    const network = someNetwork(plain, rows)
    const { x } = someData(plain, 300)
    const together = new Float64Array(300 * 3)
    predict(network, x, 300, together)
    for (let r = 0; r < 300; r += 13) {
      const alone = new Float64Array(3)
      predict(network, x.slice(3 * r, 3 * r + 3), 1, alone)
      expect(alone).toEqual(together.slice(3 * r, 3 * r + 3))
    }
    releaseNetwork(network)
  })

  test('may be any part of an order of rows', () => {
    const network = someNetwork(plain, rows)
    const data = someData(plain, rows)
    const order = Int32Array.of(7, 2, 5, 0, 1, 6, 3, 4)
    const part = trained(network, data, order, 2, 3)
    expect(trained(network, data, Int32Array.of(5, 0, 1))).toBe(part)
    releaseNetwork(network)
  })
})

describe('batch norm', () => {
  test('makes each unit of the batch mean 0 and variance 1 before γ and β', () => {
    const network = someNetwork(normalized, rows)
    train(network, someData(normalized, rows), all)
    for (const { batchNorm, u, units, variance } of network.workspace.layers) {
      if (!batchNorm) continue
      const values = view(u, rows * units)
      for (let i = 0; i < units; i++) {
        const column = Array.from({ length: rows }, (_, r) => values[r * units + i])
        const sigma2 = view(variance, units)[i]
        expect(column.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 13)
        const squares = column.reduce((sum, value) => sum + value * value, 0) / rows
        expect(squares).toBeCloseTo(sigma2 / (sigma2 + 1e-5), 13)
      }
    }
    releaseNetwork(network)
  })

  test('makes the bias in front of it idle: gradient 0, and the outputs stay when it moves', () => {
    const network = someNetwork(normalized, rows)
    const data = someData(normalized, rows)
    const loss = trained(network, data, all)
    const bias = parameterOf(network, 'b1')
    expect(bias.gradient).toEqual(new Float64Array(6))
    expect(parameterOf(network, 'b3').gradient.every((g) => g !== 0)).toBe(true)
    bias.values.fill(100)
    expect(trained(network, data, all)).toBeCloseTo(loss, 10)
    releaseNetwork(network)
  })

  test('sends a gradient to that bias when none flows through μ and σ', () => {
    const network = someNetwork(normalized, rows, withStop)
    train(network, someData(normalized, rows), all)
    expect(parameterOf(network, 'b1').gradient.every((g) => g !== 0)).toBe(true)
    releaseNetwork(network)
  })

  test.each([false, true])('has three terms that add up to what flows on (stopped: %s)', (stop) => {
    const network = someNetwork(normalized, rows, stop ? withStop : {})
    train(network, someData(normalized, rows), all)
    const layer = network.workspace.layers[1]
    const { throughU, throughVariance, throughMean } = batchNormTerms(layer, rows)
    const dz = view(layer.dz, throughU.length)
    const sum = throughU.map((d, i) => d + (stop ? 0 : throughVariance[i] + throughMean[i]))
    expect(largestDifference(sum, dz)).toBeLessThan(1e-15)
    expect(throughVariance.some((d) => Math.abs(d) > 1e-4)).toBe(true)
    expect(throughMean.some((d) => Math.abs(d) > 1e-4)).toBe(true)
    releaseNetwork(network)
  })

  test('infers alike by the batch itself, by the running averages and by the population of that one batch', () => {
    const settings = { batchNorm: { ...plainSettings.batchNorm, momentum: 1 } }
    const network = someNetwork(normalized, rows, settings)
    const data = someData(normalized, rows)
    const outputs = (statistics: 'batch' | 'running' | 'population') => {
      const out = new Float64Array(3 * rows)
      predict(network, data.x, rows, out, statistics)
      return out
    }
    train(network, data, all)
    measurePopulation(network, data, [all])
    const [batch, running, population] = [outputs('batch'), outputs('running'), outputs('population')]
    expect(largestDifference(running, population)).toBeLessThan(1e-14)
    // They differ by B/(B−1) alone: with σ² · (B−1)/B put back, they agree.
    expect(largestDifference(batch, running)).toBeGreaterThan(1e-3)
    for (const { batchNorm, running: at, units } of network.workspace.layers)
      if (batchNorm) view(at + units, units).forEach((v, i, all) => (all[i] = (v * (rows - 1)) / rows))
    expect(largestDifference(batch, outputs('running'))).toBeLessThan(1e-14)
    releaseNetwork(network)
  })

  test('takes a batch of one row without failing: σ² is 0, and so is u', () => {
    const network = someNetwork(normalized, 1)
    expect(trained(network, someData(normalized, 1), everyRow(1))).toBeGreaterThan(0)
    expect(network.gradient.every(Number.isFinite)).toBe(true)
    expect(network.running.every(Number.isFinite)).toBe(true)
    releaseNetwork(network)
  })

  test('normalizes more rows than a part of an inference holds as one batch', () => {
    const network = someNetwork(normalized, rows)
    const data = someData(normalized, 300)
    const before = used()
    const loss = testLoss(network, data, everyRow(300), 'batch')
    expect(used()).toBe(before)
    releaseNetwork(network)
    const larger = someNetwork(normalized, 300)
    expect(trained(larger, data, everyRow(300))).toBe(loss)
    releaseNetwork(larger)
  })
})

describe('dropout', () => {
  const dropped = (form: 'lecture' | 'inverse', keep: readonly number[]) => ({ dropout: { form, keep } })

  test.each(['lecture', 'inverse'] as const)('with α = 1 is none, to the bit (%s form)', (form) => {
    const data = someData(plain, rows)
    const [without, kept] = [someNetwork(plain, rows), someNetwork(plain, rows, dropped(form, [1, 1, 1]))]
    drawMasks(kept, dropoutStreams(1, plain.layers), 1, rows)
    expect(trained(kept, data, all)).toBe(trained(without, data, all))
    expect(kept.gradient).toEqual(without.gradient)
    expect(testLoss(kept, data, all)).toBe(testLoss(without, data, all))
    releaseNetwork(without)
    releaseNetwork(kept)
  })

  test('keeps the share α of units, each row its own, the same for the same seed, step and layer', () => {
    const network = someNetwork(plain, 400, dropped('inverse', [1, 0.7, 0.7]))
    const streams = dropoutStreams(3, plain.layers)
    const masks = (step: number, l: number) => {
      drawMasks(network, streams, step, 400)
      return view(network.workspace.layers[l].mask, 400 * 6).slice()
    }
    const mask = masks(1, 1)
    expect(new Set(mask)).toEqual(new Set([0, 1 / 0.7]))
    expect(mask.filter((m) => m > 0).length / mask.length).toBeCloseTo(0.7, 1)
    expect(mask.slice(0, 6)).not.toEqual(mask.slice(6, 12))
    expect(masks(2, 1)).not.toEqual(mask)
    expect(masks(1, 2).slice(0, 100)).not.toEqual(mask.slice(0, 100))
    expect(masks(1, 1)).toEqual(mask)
    releaseNetwork(network)
  })

  test('leaves a dropped unit and its weights without gradient', () => {
    const network = someNetwork(plain, 1, dropped('lecture', [1, 0.5, 0.5]))
    putMask(network, 1, [1, 0, 1, 1, 0, 1])
    putMask(network, 2, [1, 1, 1, 1, 1])
    train(network, someData(plain, 1), everyRow(1))
    const { gradient } = parameterOf(network, 'W1')
    const silent = [0, 1, 2, 3, 4, 5].map((u) => gradient.subarray(3 * u, 3 * u + 3).every((g) => g === 0))
    expect(silent).toEqual([false, true, false, false, true, false])
    releaseNetwork(network)
  })

  test('is the same function in both forms: weights W in the inverse form are αW in the lecture’s', () => {
    const keep = [1, 0.5, 0.8]
    const data = someData(plain, rows)
    const [lecture, inverse] = [
      someNetwork(plain, rows, dropped('lecture', keep)),
      someNetwork(plain, rows, dropped('inverse', keep)),
    ]
    for (const [l, alpha] of keep.entries())
      parameterOf(inverse, `W${l + 1}`).values.forEach((w, i, values) => (values[i] = w * alpha))
    const [a, b] = [lecture, inverse].map((network) => {
      drawMasks(network, dropoutStreams(7, plain.layers), 4, rows)
      return [trained(network, data, all), testLoss(network, data, all)]
    })
    expect(a[0]).toBeCloseTo(b[0], 13)
    expect(a[1]).toBeCloseTo(b[1], 13)
    releaseNetwork(lecture)
    releaseNetwork(inverse)
  })
})

describe('networks', () => {
  test('in one process do not disturb each other: trained in turn, each has the bits it has alone', () => {
    const data = someData(normalized, rows)
    const steps = (network: ReturnType<typeof someNetwork>) => {
      train(network, data, all)
      network.gradient.forEach((g, i) => (network.w[i] -= 0.1 * g))
    }
    const alone = someNetwork(normalized, rows)
    for (let k = 0; k < 5; k++) steps(alone)
    const stored = alone.w.slice()
    releaseNetwork(alone)
    const [first, second] = [someNetwork(normalized, rows), someNetwork(normalized, rows, {}, 8)]
    for (let k = 0; k < 5; k++) {
      steps(first)
      predict(first, data.x, rows, new Float64Array(3 * rows))
      steps(second)
    }
    expect(first.w).toEqual(stored)
    releaseNetwork(first)
    releaseNetwork(second)
  })

  test('leave the insides of the last batch alone while they are asked for a map', () => {
    const network = someNetwork(plain, rows)
    const data = someData(plain, rows)
    train(network, data, all)
    const { y, units } = network.workspace.layers[0]
    const before = view(y, rows * units).slice()
    predict(network, someData(plain, 500, 2).x, 500, new Float64Array(1500))
    expect(view(y, rows * units)).toEqual(before)
    releaseNetwork(network)
  })

  test('take what they say they take, and give it back', () => {
    const before = used()
    const network = createNetwork(normalized, 100)
    expect(used() - before).toBe(regionSize(normalized, 100))
    releaseNetwork(network)
    expect(used()).toBe(before)
  })

  test('may change their settings between two steps', () => {
    const network = someNetwork(plain, rows)
    const data = someData(plain, rows)
    const loss = trained(network, data, all)
    configure(network, { ...plainSettings, penalty: { l2: 1, l1: 0 } })
    const squares = network.parameters
      .filter(({ kind }) => kind === 'W')
      .flatMap(({ values }) => [...values])
      .reduce((sum, w) => sum + w * w, 0)
    expect(trained(network, data, all)).toBeCloseTo(loss + squares / 2, 12)
    expect(network.last).toMatchObject({ loss, penalty: expect.closeTo(squares / 2, 12) as number })
    configure(network, plainSettings)
    expect(trained(network, data, all)).toBe(loss)
    releaseNetwork(network)
  })

  test('leave nothing for the garbage collector in a step but a few boxed numbers', () => {
    const settings = {
      ...plainSettings,
      penalty: { l2: 0.1, l1: 0.1 },
      dropout: { form: 'inverse', keep: [0.5, 0.5, 0.5] },
    } as const
    const { inputs, layers } = normalized
    const architecture = {
      inputs,
      layers: [...layers.slice(0, 2), { units: 3, activation: 'linear' }],
      divergence: 'l2',
    }
    const network = someNetwork(architecture, rows, settings)
    const data = someData(architecture, rows)
    const streams = dropoutStreams(1, layers)
    const steps = (count: number) => {
      for (let k = 0; k < count; k++) {
        drawMasks(network, streams, k, rows)
        train(network, data, all)
      }
    }
    steps(20000) // until all is compiled
    const bytes = Array.from({ length: 9 }, () => {
      const before = process.memoryUsage().heapUsed
      steps(200)
      return (process.memoryUsage().heapUsed - before) / 200
    }).sort((a, b) => a - b)
    // Seven numbers of 16 bytes, where the compiler does not inline; one view of a typed array would be 104 more.
    expect(bytes[4]).toBeLessThan(200)
    releaseNetwork(network)
  })

  test('refuse a divergence that does not go with the output', () => {
    const wrong = { ...plain, divergence: 'bkl' }
    expect(() => createNetwork(wrong, rows)).toThrow('bkl does not go with the output softmax.')
  })
})
