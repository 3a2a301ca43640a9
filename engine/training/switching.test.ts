import { afterEach, describe, expect, test } from 'vitest'
import type { Experiment } from '../experiment/experiment.ts'
import { adam, allReleased, finishAfter, last, network, tracesOf } from './networks.fixture.ts'
import { revisit } from './runner.ts'
import { read } from './trace.ts'

afterEach(allReleased)
const bn = (on: boolean) => ({ on })

describe('what is switched while it trains', () => {
  const fork = (path: string, value: unknown, problem: object = {}) =>
    tracesOf(
      network(problem, {
        steps: 300,
        runs: [adam, { ...adam, id: 'fork' }],
        changes: [{ step: 200, run: 'fork', path, value }],
      }),
    )

  test('batch norm: the same until then, then γ = 1 and β = 0 make the loss jump', () => {
    const [trunk, forked] = fork('problem.batchNorm', bn(true))
    for (const channel of ['loss', 'weightNorm', 'validationLoss'])
      for (let k = 0; k <= 200; k++) expect(read(forked, channel, k)).toEqual(read(trunk, channel, k))
    expect(read(forked, 'loss', 201)).toBeGreaterThan(1.5 * read(trunk, 'loss', 201))
    expect(last(forked, 'trainAccuracy')).toBeGreaterThan(0.95)
  })

  test('batch norm off again: its γ and β are gone, weights go on', () => {
    const [trunk, forked] = fork('problem.batchNorm', bn(false), { batchNorm: bn(true) })
    expect(read(forked, 'loss', 201)).not.toBe(read(trunk, 'loss', 201))
    expect(Math.abs(read(forked, 'weightNorm', 201) / read(trunk, 'weightNorm', 201) - 1)).toBeLessThan(0.05)
  })

  test.each([
    ['problem.l2', 0.1, 'penalty'],
    ['problem.l1', 0.1, 'penalty'],
    ['problem.dropout', { hidden: 0.5 }, 'loss'],
    ['problem.augmentation', { kind: 'rotation', degrees: 90 }, 'loss'],
    ['optimizer', 'sgd', 'weightNorm'],
    ['clipping', { kind: 'norm', max: 1e-6 }, 'weightNorm'],
    ['hyperparameters.learningRate', 0.5, 'weightNorm'],
  ])('%s acts from the next update on', (path, value, channel) => {
    const [trunk, forked] = fork(path, value)
    expect(read(forked, channel, 200)).toBe(read(trunk, channel, 200))
    expect(read(forked, channel, 201)).not.toBe(read(trunk, channel, 201))
  })

  test('what an optimizer keeps for kept parameters is carried over', () => {
    const state = (one: Experiment, step: number) =>
      finishAfter(revisit(one, [], step), (runner) =>
        runner.insides(0, { step, runs: [0], parts: ['state'], map: [1, 1], neuron: 1 }),
      )
    const one = network(
      { hidden: [4] },
      { changes: [{ step: 50, path: 'problem.batchNorm', value: bn(true) }] },
    )
    const before = state(one, 50)
    const after = state(one, 51)
    const size = before.w!.length
    expect(size).toBe(2 * 4 + 4 + 4 + 1)
    expect(after.w!.length).toBe(size + 8)
    // m = 0.9 m + 0.1 g: W1 and b1 stand first in both.
    for (let i = 0; i < 8; i++)
      expect(after.slots!.m[i]).toBeCloseTo(0.9 * before.slots!.m[i] + 0.1 * after.g![i], 6)
    for (let i = 12; i < 20; i++) expect(after.slots!.m[i]).toBeCloseTo(0.1 * after.g![i], 6)
  })
})
