import { expect, test, vi } from 'vitest'
import { networkOpening } from '../../../engine/experiment/networks.ts'
import type { Experiment } from '../../../engine/experiment/experiment.ts'
import { experiment, finishAfter, whole } from '../../../engine/training/networks.fixture.ts'
import { GRACE, chanceOf, type Health, healthOf } from './healthOf.ts'

// Whole runs are trained, beside whatever else the machine does.
vi.setConfig({ testTimeout: 30_000 })

/** What is said of each run, step by step. */
const told = (one: Experiment, chance = chanceOf('kl', 2)): (Health | undefined)[][] =>
  finishAfter(whole(one), ({ traces }) =>
    traces.map((trace) => Array.from({ length: one.steps + 1 }, (_, step) => healthOf(trace, step, chance))),
  )
const kinds = (list: readonly (Health | undefined)[]) => [...new Set(list.map((one) => one?.kind))]

const trained = (problem: object, runs: readonly [optimizer: string, learningRate: number][], steps = 400) =>
  experiment({
    steps,
    problem: { kind: 'network', data: { kind: 'circles' }, ...problem },
    runs: runs.map(([optimizer, learningRate]) => ({ optimizer, hyperparameters: { learningRate } })),
  })

test('nothing is wrong with the opening, at no step of any run', () => {
  for (const run of told(networkOpening())) expect(kinds(run)).toEqual([undefined])
})

test.each(['moons', 'xor'])('nor with %s, whatever the activation', (kind) => {
  const runs: [string, number][] = [
    ['sgd', 0.3],
    ['adam', 0.02],
  ]
  for (const activation of ['tanh', 'relu'])
    for (const run of told(trained({ data: { kind }, hidden: [8, 8], activation }, runs, 160)))
      expect(kinds(run)).toEqual([undefined])
})

test('a deep sigmoid net through which no signal comes is not learning, once it has had time to', () => {
  const deep = { hidden: [8, 8, 8, 8], activation: 'sigmoid' }
  const [run] = told(trained(deep, [['sgd', 1]], 160))
  expect(kinds(run.slice(0, GRACE))).toEqual([undefined])
  expect(kinds(run.slice(GRACE))).toEqual(['stuck'])
})

test('ReLUs are dead after a step that was far too large, and their step is known', () => {
  const [run] = told(trained({ activation: 'relu' }, [['sgd', 300]]))
  const { kind, since } = run.at(-1) as { kind: string; since: number }
  expect(kind).toBe('dead')
  expect(run[since]).toEqual({ kind, since })
  expect(run[since - 1]?.kind).not.toBe('dead')
})

test('large first weights saturate tanh until it fits', () => {
  const wild = { activation: 'tanh', hidden: [8, 8, 8, 8], initializer: { kind: 'normal', scale: 2.6 } }
  const [run] = told(trained(wild, [['sgd', 0.01]], 60))
  expect(kinds(run)).toEqual(['saturated'])
})

test('a weight that became infinite is all there is to say', () => {
  const [run] = told(trained({ data: { kind: 'sine' } }, [['sgd', 100]]), Infinity)
  const since = run.findIndex((one) => one?.kind === 'diverged')
  expect(since).toBeGreaterThan(0)
  expect(run.at(-1)).toEqual({ kind: 'diverged', since })
})

test('chance is the loss of an answer that knows nothing', () => {
  expect(chanceOf('kl', 2)).toBeCloseTo(0.693147)
  expect(chanceOf('l2', 2)).toBe(0.125)
  // ½ [(1 − ¼)² + 3 · (¼)²]
  expect(chanceOf('l2', 4)).toBe(0.5 * (0.5625 + 3 * 0.0625))
})
