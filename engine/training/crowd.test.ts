import { afterEach, describe, expect, test } from 'vitest'
import { datasets } from '../datasets/index.ts'
import { fileOf } from '../datasets/datasets.fixture.ts'
import type { Probe } from './insides.ts'
import { adam, allReleased, finishAfter, network } from './networks.fixture.ts'
import { createRunner } from './runner.ts'
import { read } from './trace.ts'

afterEach(allReleased)

const probe = (samples: number, rest: Partial<Probe> = {}): Probe => ({
  step: 60,
  runs: [0],
  parts: ['crowd', 'exact', 'batch'],
  map: [1, 1],
  neuron: 1,
  crowd: { samples, map: [6, 5] },
  ...rest,
})

/** What is seen of a run after 60 updates. */
const look = (one: ReturnType<typeof network>, asked: Probe, files = {}) =>
  finishAfter(createRunner(one, undefined, files), (runner) => {
    runner.advance(60)
    return { ...runner.insides(0, asked), trace: runner.traces[0] }
  })
const dropped = network({ dropout: { inputs: 1, hidden: 0.6 } })

describe('a crowd', () => {
  test('has weight scaling as it is evaluated, and averages that come close to the exact one', () => {
    const { crowd, exact, trace } = look(dropped, probe(2000))
    const { one, average, scaled, droppable } = crowd!
    expect(droppable).toBe(11)
    expect(scaled.loss).toBeCloseTo(read(trace, 'validationLoss', 60), 12)
    expect(scaled.accuracy).toBe(read(trace, 'validationAccuracy', 60))
    expect(scaled.agreement).toBe(1)
    const apart = (map: Float32Array) => Math.max(...map.map((p, i) => Math.abs(p - exact!.map![i])))
    expect(apart(average.map!)).toBeLessThan(0.03)
    expect(apart(one.map!)).toBeGreaterThan(0.1)
    expect(average.loss).toBeCloseTo(exact!.loss, 2)
    expect(exact!.map).toHaveLength(30)
  })
  test('is the same whenever it is asked for, and changes nothing in its run', () => {
    const first = look(dropped, probe(20))
    expect(look(dropped, probe(20)).crowd).toEqual(first.crowd)
    const plain = look(dropped, { ...probe(20), parts: ['batch'] })
    expect(plain.crowd).toBeUndefined()
    expect(plain.batch).toEqual(first.batch)
  })
  test('of one is the subnetwork that the first example of the batch met', () => {
    const { crowd } = look(dropped, probe(1))
    expect(crowd!.average).toEqual(crowd!.one)
    // A network of one unit is the same everywhere without it.
    const single = createRunner(network({ hidden: [1], dropout: { inputs: 1, hidden: 0.5 } }))
    const isKept = Array.from({ length: 12 }, () => {
      single.advance(1)
      const { batch, crowd: own } = single.insides(0, probe(1))
      return [batch!.layers[1].mask![0] === 1, new Set(own!.one.map).size > 1]
    })
    single.release()
    for (const [kept, varies] of isKept) expect(varies).toBe(kept)
    expect(new Set(isKept.flat()).size).toBe(2)
  })
  test('is there only while units are dropped, and exact only of twelve', () => {
    expect(look(network({}), probe(5)).crowd).toBeUndefined()
    const many = look(network({ hidden: [8, 8], dropout: { inputs: 1, hidden: 0.5 } }), probe(5))
    expect(many.crowd!.droppable).toBe(16)
    expect(many.exact).toBeUndefined()
  })
  test('of images has numbers and no maps; of a fitted function no classes', () => {
    const files = { [datasets.digits.file!.path]: fileOf(datasets.digits)! }
    const digits = network(
      { data: { kind: 'digits' }, dropout: { inputs: 1, hidden: 0.5 } },
      { runs: [adam] },
    )
    const { crowd } = look(digits, probe(3), files)
    expect(crowd!.average.map).toBeUndefined()
    expect(crowd!.average.loss).toBeLessThan(crowd!.one.loss)
    const sine = look(network({ data: { kind: 'sine' }, dropout: { inputs: 1, hidden: 0.7 } }), probe(3))
    expect(sine.crowd!.scaled.map).toHaveLength(6)
    expect(sine.crowd!.scaled.loss).toBeCloseTo(read(sine.trace, 'validationLoss', 60), 12)
    expect(sine.crowd!.one.accuracy).toBeNaN()
  })
})
