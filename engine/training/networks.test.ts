import { afterEach, describe, expect, test } from 'vitest'
import { datasets } from '../datasets/index.ts'
import { networkOf } from '../experiment/kinds.ts'
import { initialize, initializers, createNetwork, releaseNetwork, train } from '../network/index.ts'
import { optimizers } from '../optimizers/index.ts'
import { fingerprint } from './fingerprint.ts'
import { createFeed, dataOf } from './networkData.ts'
import { adam, allReleased, experiment, finishAfter, last, network, tracesOf } from './networks.fixture.ts'
import { createRunner, revisit, type Runner } from './runner.ts'
import { architectureOf } from './shape.ts'
import { read, type Trace } from './trace.ts'

const bn = (on: boolean, rest: object = {}) => ({ on, ...rest })

/** Every trick at once, all runs different, and one of each thing changed. */
const busy = network(
  {
    labelNoise: 0.1,
    dropout: { inputs: 0.9, hidden: 0.8 },
    augmentation: { kind: 'jitter', spread: 0.1 },
    l2: 1e-3,
    features: ['x1', 'x2', 'x1x2'],
  },
  {
    runs: [
      adam,
      { optimizer: 'nesterov', problem: { batchNorm: bn(true, { inference: 'population' }) } },
      { optimizer: 'rmsprop', clipping: { kind: 'norm', max: 0.5 }, weightDecay: 0.01 },
    ],
    changes: [
      { step: 20, path: 'problem.l2', value: 0 },
      { step: 31, run: 'rmsprop', path: 'problem.batchNorm', value: bn(true) },
      { step: 40, path: 'problem.augmentation', value: { kind: 'none' } },
      { step: 45, run: 'nesterov', path: 'problem.batchNorm', value: bn(false) },
      { step: 60, run: 'adam', path: 'optimizer', value: 'momentum' },
      { step: 80, path: 'problem.dropout', value: { hidden: 0.5 } },
    ],
  },
)

afterEach(allReleased)
const finish = (runner: Runner) => {
  runner.release()
  return runner
}

describe('a run is a function of its experiment alone', () => {
  test('however many calls it takes', () => {
    const inPieces = createRunner(busy)
    for (const n of [1, 7, 0, 50, 1000]) inPieces.advance(n)
    expect(fingerprint(finish(inPieces).traces)).toBe(fingerprint(tracesOf(busy)))
  })

  test('any step can be revisited from any checkpoint, also one that was posted', () => {
    const straight = tracesOf(busy)
    const checkpoints = [0, 19, 31, 32, 45, 77].map((step) =>
      structuredClone(finishAfter(revisit(busy, [], step), (runner) => runner.checkpoint())),
    )
    for (const step of [19, 31, 32, 46, 61, 120]) {
      const runner = finish(revisit(busy, checkpoints, step))
      for (const [run, trace] of runner.traces.entries())
        for (const channel of Object.keys(trace.layout.channels))
          expect(read(trace, channel, step), `${channel} of ${run} at ${step}`).toEqual(
            read(straight[run], channel, step),
          )
    }
  })

  test('its bits are those of the first release, on every machine', () => {
    expect(fingerprint(tracesOf(busy))).toMatchInlineSnapshot(`"93cb8ee7210fd535"`)
  })
})

describe('a race is fair', () => {
  test('removing a run changes nothing for the others', () => {
    const all = tracesOf(busy)
    busy.runs.forEach((run, i) => {
      const [alone] = tracesOf({ ...busy, runs: [run] })
      expect(fingerprint([alone]), run.id).toBe(fingerprint([all[i]]))
    })
  })

  test('twins see the same weights, batches, masks and augmented examples', () => {
    const twins = tracesOf({ ...busy, runs: [busy.runs[0], { ...busy.runs[0], id: 'twin' }], changes: [] })
    expect(fingerprint([twins[0]])).toBe(fingerprint([twins[1]]))
  })

  test('a run with batch norm begins with the weights of the one without', () => {
    const beside = network({}, { runs: [adam, { ...adam, problem: { batchNorm: bn(true) } }] })
    const [plain, normalized] = tracesOf(beside)
    expect(read(normalized, 'weightNorm', 0)).toBe(read(plain, 'weightNorm', 0))
    expect(read(normalized, 'loss', 1)).not.toBe(read(plain, 'loss', 1))
  })

  test('switching dropout or augmentation on leaves batches and weights as they are', () => {
    const at = (problem: object) =>
      finishAfter(revisit(network(problem), [], 17), (runner) => ({
        first: read(runner.traces[0], 'weightNorm', 0),
        rows: runner.insides(0, { step: 17, runs: [0], parts: ['batch'], map: [1, 1], neuron: 1 }).batch
          ?.rows,
      }))
    const plain = at({})
    expect(plain.rows?.length).toBe(20)
    for (const trick of [{ dropout: { hidden: 0.5 } }, { augmentation: { kind: 'jitter' } }])
      expect(at(trick)).toEqual(plain)
  })
})

describe('rows', () => {
  test('tell what the library computes', () => {
    const one = network({ l2: 0.01 }, { steps: 3, runs: [{ optimizer: 'sgd' }] })
    const [trace] = tracesOf(one)
    const problem = networkOf(one)
    const data = dataOf(problem, one.seed, {})
    const { batches } = createFeed(problem, one.seed, data)
    const net = createNetwork(architectureOf(data, problem), batches.largest)
    initialize(net, initializers.xavier, one.seed)
    train(net, data.train, batches.batchRows(1))
    expect(read(trace, 'loss', 1)).toBe(net.last.loss)
    let squares = 0
    for (const { kind, values } of net.parameters) if (kind === 'W') for (const w of values) squares += w * w
    expect(read(trace, 'penalty', 1)).toBeCloseTo(0.005 * squares, 12)
    expect(read(trace, 'objective', 1)).toBe(read(trace, 'loss', 1) + read(trace, 'penalty', 1))
    expect(read(trace, 'weightNorm', 0)).toBeCloseTo(Math.sqrt(squares), 12)
    expect(read(trace, 'loss', 0)).toBeNaN()
    expect(read(trace, 'rate', 2)).toBe(one.runs[0].hyperparameters.learningRate)
    releaseNetwork(net)
  })

  test('measure the network now and then, and at both ends', () => {
    const [trace] = tracesOf(network({}, { steps: 810 }))
    const measured = [0, 1, 2, 3, 6, 807, 809, 810].filter(
      (k) => !Number.isNaN(read(trace, 'validationLoss', k)),
    )
    expect(measured).toEqual([0, 3, 6, 807, 810])
    expect(last(trace, 'trainAccuracy')).toBeGreaterThan(0.9)
  })

  test('measure less often where that is dear, at the same steps whatever runs beside', () => {
    const dear = { data: { kind: 'circles', count: 1000 }, hidden: [64, 64] }
    const measuredOf = (trace: Trace) =>
      [0, 1, 2, 3, 4, 5, 6].filter((k) => !Number.isNaN(read(trace, 'validationLoss', k)))
    const [alone] = tracesOf(network(dear, { steps: 6 }))
    const beside = tracesOf(
      network(dear, { steps: 6, runs: [adam, { optimizer: 'sgd', problem: { hidden: [3] } }] }),
    )
    expect([alone, ...beside].map(measuredOf)).toEqual(Array(3).fill([0, 2, 4, 6]))
    expect(fingerprint([beside[0]])).toBe(fingerprint([alone]))
    const [cheap] = tracesOf(network({ data: dear.data, hidden: [16, 16] }, { steps: 6 }))
    expect(measuredOf(cheap)).toEqual([0, 1, 2, 3, 4, 5, 6])
  })

  test('have no accuracy in regression and no validation where nothing is held out', () => {
    const [sine] = tracesOf(network({ data: { kind: 'sine' }, features: undefined, validation: 0 }))
    expect(last(sine, 'trainAccuracy')).toBeNaN()
    expect(last(sine, 'validationLoss')).toBeNaN()
    expect(last(sine, 'trainLoss')).toBeLessThan(read(sine, 'trainLoss', 0))
  })

  test('batch norm at test time can take three statistics, which agree where batches are alike', () => {
    const runs = ['running', 'population', 'batch'].map((inference) => ({
      ...adam,
      id: inference,
      problem: { batchNorm: bn(true, { inference, momentum: 0.5 }) },
    }))
    const all = tracesOf(network({ batch: 0 }, { runs, steps: 200 }))
    const losses = all.map((trace) => last(trace, 'trainLoss'))
    expect(all.map((trace) => read(trace, 'loss', 200))).toEqual(
      [0, 1, 2].map(() => read(all[0], 'loss', 200)),
    )
    expect(new Set(losses).size).toBe(3)
    for (const loss of losses) expect(Math.abs(loss / losses[2] - 1)).toBeLessThan(0.15)
  })

  test.each(Object.keys(optimizers))('%s trains, and a step allocates no new rows', (optimizer) => {
    const [trace] = tracesOf(network({ batch: 0 }, { runs: [{ optimizer }], steps: 60 }))
    expect(trace.length).toBe(61)
    expect(last(trace, 'weightNorm')).not.toBe(read(trace, 'weightNorm', 0))
  })
})

test('divergence: the run stops where a weight or its loss is no longer a number, others go on', () => {
  const wild = network(
    { divergence: 'l2', data: { kind: 'plane', count: 60 }, activation: 'linear' },
    { runs: [{ optimizer: 'sgd', hyperparameters: { learningRate: 10 } }, adam] },
  )
  const [diverging, calm] = tracesOf(wild)
  expect(diverging.stopped).toBeLessThan(120)
  expect(diverging.length).toBe(diverging.stopped)
  expect(calm.length).toBe(121)
})

test('data that need a file say so, and memory is given back', () => {
  const digits = experiment({ problem: { kind: 'network', data: { kind: 'digits' } }, runs: [adam] })
  expect(() => createRunner(digits)).toThrow(datasets.digits.file!.path)
})
