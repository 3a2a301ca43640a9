import { describe, expect, it } from 'vitest'
import type { Influence } from '../../../engine/training/insides.ts'
import { plain } from '../../drawing/format.ts'
import { commonScale, powerText } from './common.ts'
import { percents, saturatedShares } from './saturation.ts'
import { nearestExample, scalesOf, uToX, xToZ, zToX } from './strip.ts'
import { focusIn, largestTerm, termsOf } from './terms.ts'
import { slotsOf } from './violins.ts'
import { farthest, whatIf } from './whatIf.ts'
import { influenceWords } from './words.ts'

const z = Float64Array.of(-1, 0, 1, 4)
const parameters = { gamma: 2, beta: 0.5, epsilon: 1e-5 }
const list = (...values: number[]) => Float64Array.from(values)

/** A batch of four, normalized by the engine. */
const influence = ((): Influence => {
  const empty = { ...parameters, z } as Influence
  const { u, zHat, mean, variance } = whatIf(empty, 0, z[0])
  return {
    ...empty,
    layer: 0,
    unit: 0,
    rows: Int32Array.of(5, 6, 7, 8),
    u,
    zHat,
    mean,
    variance,
    dzHat: list(0, 0, 0, 0),
    throughU: list(0.003, 0, 0, 0),
    throughVariance: list(-0.001, 0, 0, 0),
    throughMean: list(0.0002, 0, 0, 0),
    dz: list(0.0022, 0, 0, 0),
    stopped: false,
  }
})()

describe('the terms of an example', () => {
  it('are written to one power of ten, so that they can be added up', () => {
    expect(influenceWords(influence, 0)).toBe(
      'Example 1 of 4: through u 3.00, through σ² −1.00, through μ 0.20; in all 2.20; over the batch 2.20; all ×10⁻³.',
    )
    expect(largestTerm(influence)).toBe(0.003)
  })
  it('are the first alone where none flows through μ and σ', () => {
    const stopped = { ...influence, stopped: true, dz: influence.throughU }
    expect(termsOf(stopped, 0).terms.map(({ isStopped }) => isStopped)).toEqual([false, true, true])
    expect(influenceWords(stopped, 0)).toContain('through σ² −1.00 (stopped)')
  })
  it('of the last batch of an epoch, which may be shorter, are those of its last example', () => {
    expect([focusIn(undefined, 4), focusIn(2, 4), focusIn(9, 4)]).toEqual([0, 2, 3])
  })
})

it('numbers of one scale have as many decimals as the largest needs', () => {
  const shown = [0.1234, 12.34, 0.00123, 0].map((most) => plain(commonScale(most).show(most)))
  expect(shown).toEqual(['0.123', '12.3', '1.23', '0.000'])
  expect([powerText(commonScale(2)), powerText(commonScale(2e-7))]).toEqual([
    undefined,
    { base: '×10', exponent: '−7' },
  ])
})

describe('what if one z were another', () => {
  it('moves the mean by its share, and with it every other u', () => {
    const next = whatIf(influence, 3, 8)
    expect([influence.mean, next.mean]).toEqual([1, 2])
    expect(next.u.every((u, j) => u !== influence.u[j])).toBe(true)
    expect(next.zHat[0]).toBeCloseTo(2 * next.u[0] + 0.5, 14)
    expect(farthest(influence, next, 3)).toBeCloseTo(Math.abs(next.u[2] - influence.u[2]), 14)
  })
  it('leaves the batch as it is', () => {
    whatIf(influence, 3, 8)
    expect(influence.z).toEqual(list(-1, 0, 1, 4))
  })
})

describe('the strip', () => {
  const scales = scalesOf(influence)
  const place = { left: 20, right: 220 }
  it('has room on both sides, and no u leaves it wherever one z is dragged', () => {
    for (const end of scales.z)
      for (let i = 0; i < 4; i++)
        for (const u of whatIf(influence, i, end).u) expect(Math.abs(u)).toBeLessThan(scales.u)
    expect(zToX(scales, place, 4)).toBeLessThan(200)
    expect(xToZ(scales, place, zToX(scales, place, 1.5))).toBeCloseTo(1.5, 12)
  })
  it('is pressed where a dot is, on either axis', () => {
    const at = (x: number, y: number) => nearestExample(influence, scales, place, [10, 60], x, y, 8)
    expect(at(zToX(scales, place, 1) + 3, 55)).toBe(2)
    expect(at(uToX(scales, place, influence.u[0]), 12)).toBe(0)
    expect(at(20, 60)).toBeUndefined()
  })
})

describe('the row', () => {
  it('tells the saturated share of every layer, where its activation saturates', () => {
    const layers = [{ y: [0.96, 0, -0.99, 0.5] }, { y: [0, 0] }]
    expect(saturatedShares(layers, 'tanh')).toEqual([0.5, 0])
    expect(saturatedShares(layers, 'relu')).toBeUndefined()
    expect(percents([0.166, 0, 0.001])).toEqual(['17', '0', '<1'])
  })
  it('shows an even choice of neurons where not all have room', () => {
    expect(slotsOf(4, true, 400).map(({ unit }) => unit)).toEqual([0, 1, 2, 3])
    expect(slotsOf(16, true, 140).map(({ unit }) => unit)).toEqual([2, 6, 10, 14])
    for (let marked = 0; marked < 16; marked++)
      expect(slotsOf(16, true, 140, marked).filter(({ unit }) => unit === marked)).toHaveLength(1)
  })
})
