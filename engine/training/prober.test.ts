import { afterEach, describe, expect, test } from 'vitest'
import { createCheckpoints, nearestBefore } from './checkpoints.ts'
import type { Insides, Probe } from './insides.ts'
import { adam, allReleased, network } from './networks.fixture.ts'
import { createProber } from './prober.ts'
import { type Checkpoint, createRunner, revisit } from './runner.ts'

afterEach(allReleased)

const one = network(
  { dropout: { inputs: 1, hidden: 0.7 } },
  {
    runs: [adam, { optimizer: 'rmsprop', problem: { batchNorm: { on: true } } }],
    changes: [{ step: 40, run: 'adam', path: 'problem.batchNorm', value: { on: true } }],
  },
)
const probe = (step: number, rest: Partial<Probe> = {}): Probe => ({
  step,
  runs: [0, 1],
  parts: ['map', 'neurons', 'state', 'batch'],
  map: [9, 7],
  neuron: 5,
  ...rest,
})

/** What a fresh run to the step shows. */
function fresh(experiment: typeof one, asked: Probe): Insides[] {
  const runner = revisit(experiment, [], asked.step)
  const insides = asked.runs.map((run) => ({ run, step: asked.step, ...runner.insides(run, asked) }))
  runner.release()
  return insides
}

describe('a probe', () => {
  test('at any step, in any order, shows what a fresh run to it shows', () => {
    const runner = createRunner(one)
    const kept: Checkpoint[] = []
    for (let k = 25; k <= 100; k += 25) {
      runner.advance(25)
      kept.push(runner.checkpoint())
    }
    const prober = createProber(one, () => kept)
    for (const step of [3, 4, 40, 41, 26, 26, 25, 100, 120, 0])
      expect(prober.answer(probe(step)), `${step}`).toEqual(fresh(one, probe(step)))
    const end = runner.checkpoint()
    runner.release()
    prober.release()
    expect(end).toEqual(kept[3])
  })

  test('has maps, units, state and batch in the shapes that are promised', () => {
    const prober = createProber(one, () => [])
    const [{ map, neurons, w, g, update, slots, batch }] = prober.answer(probe(50))
    prober.release()
    expect(map!.length).toBe(63)
    expect(neurons!.map(({ length }) => length)).toEqual([6 * 25, 5 * 25])
    expect([w, g, update, slots!.m, slots!.secondMoment].map((vector) => vector!.length)).toEqual(
      Array.from({ length: 5 }, () => 2 * 6 + 6 * 3 + 6 * 5 + 5 * 3 + 5 + 1),
    )
    expect(batch!.rows.length).toBe(20)
    expect(batch!.layers.map(({ units }) => units)).toEqual([6, 5, 1])
    const [first, second, output] = batch!.layers
    expect(first.mask).toBeUndefined()
    expect(second.mask!.length).toBe(20 * 6)
    expect(new Set(second.mask)).toEqual(new Set([0, 1]))
    expect([first.mean!.length, first.runningVariance!.length, output.mean]).toEqual([6, 6, undefined])
    expect(output.y.every((y) => y > 0 && y < 1)).toBe(true)
  })

  test('of data in one dimension is a curve, of more than two no map at all', () => {
    const prober = createProber(network({ data: { kind: 'sine' } }), () => [])
    const [{ map, neurons }] = prober.answer(probe(5, { runs: [0] }))
    prober.release()
    expect(map!.length).toBe(9)
    expect(neurons![0].length).toBe(6 * 5)
  })

  test('of a run that has ended shows its last step', () => {
    const ending = network(
      { data: { kind: 'moons', count: 120, noise: 0.4 }, labelNoise: 0.2, hidden: [16], patience: 5 },
      {
        steps: 400,
        runs: [
          adam,
          {
            optimizer: 'sgd',
            hyperparameters: { learningRate: 1000 },
            weightDecay: 1,
            problem: { patience: 0 },
          },
        ],
      },
    )
    const runner = createRunner(ending)
    runner.advance(400)
    const [stopped, diverged] = runner.traces
    const prober = createProber(ending, () => [])
    const [first, second] = prober.answer(probe(390))
    expect([first.step, second.step]).toEqual([stopped.finished!.step, diverged.stopped! - 1])
    expect(first.w).toEqual(Float32Array.from(runner.checkpoint().runs[0].w))
    expect(second.w!.some(Number.isNaN)).toBe(false)
    runner.release()
    prober.release()
  })
})

test('checkpoints are spread evenly and never take too much room', () => {
  const checkpoints = createCheckpoints(640)
  const at = (step: number, size: number): Checkpoint => ({
    step,
    runs: [{ w: new Float64Array(size), slots: {}, memory: {}, stopped: undefined, finished: undefined }],
  })
  while (checkpoints.next <= 640) checkpoints.keep(at(checkpoints.next, 1e6))
  expect(checkpoints.list.length).toBeLessThanOrEqual(8)
  expect(checkpoints.list.length).toBeGreaterThan(3)
  expect(nearestBefore(checkpoints.list, 0)).toBeUndefined()
  const { step } = checkpoints.list[1]
  expect(nearestBefore(checkpoints.list, step)?.step).toBe(checkpoints.list[0].step)
  expect(nearestBefore(checkpoints.list, step + 1)?.step).toBe(step)
})
