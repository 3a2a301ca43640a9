import { surfaceOf } from '../experiment/kinds.ts'
import { describe, expect, test } from 'vitest'
import { datasets } from '../datasets/index.ts'
import { fileOf } from '../datasets/datasets.fixture.ts'
import { defaultExperiment } from '../experiment/opening.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { parseExperiment } from '../experiment/parse.ts'
import { fingerprint } from '../training/fingerprint.ts'
import { used } from '../network/kernels/arena.ts'
import type { Probe } from '../training/insides.ts'
import { network } from '../training/networks.fixture.ts'
import { createRunner, revisit } from '../training/runner.ts'
import { type Computation, createClient, type Look } from './client.ts'
import { crewOf } from './crew.ts'
import { serve } from './host.ts'
import type { Port, Request, Response, WorkRequest } from './protocol.ts'

const experiment = (input: object): Experiment => {
  const parsed = parseExperiment({ ...defaultExperiment, ...input })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return parsed.experiment
}
const directly = (one: Experiment) => {
  const runner = createRunner(one)
  runner.advance(one.steps)
  runner.release()
  return fingerprint(runner.traces)
}

/** A wire on which messages wait, cloned and with buffers transferred as between threads, until `deliver`. */
function wire() {
  const toEngine: Request[] = []
  const toPage: Response[] = []
  let serveRequest: (message: Request) => void = () => {}
  let showResponse: (message: Response) => void = () => {}
  serve({
    post: (message, transfer) => toPage.push(structuredClone(message, { transfer })),
    onMessage: (listener) => {
      serveRequest = listener
    },
  })
  const page: Port<Request, Response> = {
    post: (message, transfer) => toEngine.push(structuredClone(message, { transfer })),
    onMessage: (listener) => {
      showResponse = listener
    },
  }
  return {
    page,
    toEngine,
    /** Delivers messages both ways until none is left, at most `most` requests. */
    deliver(most = Infinity) {
      for (let n = 0; n < most || toPage.length > 0; n++) {
        for (const response of toPage.splice(0)) showResponse(response)
        const request = n < most ? toEngine.shift() : undefined
        if (!request && toPage.length === 0) return
        if (request) serveRequest(request)
      }
    },
  }
}

test('what arrives in the page is what the runner computes, bit for bit', () => {
  const { page, deliver } = wire()
  let last: Computation | undefined
  const client = createClient(page, (computation) => (last = computation), expect.fail)
  const long = experiment({ steps: 9000 })
  client.compute(long)
  deliver()
  expect(last!.step).toBe(9000)
  expect(fingerprint(last!.traces)).toBe(directly(long))
})

test('during a drag at most one experiment is under way and one is waiting, and the newest wins', () => {
  const { page, toEngine, deliver } = wire()
  let last: Computation | undefined
  const client = createClient(page, (computation) => (last = computation), expect.fail)
  const starts = [-5, -4, -3, -2, -1].map((x) => experiment({ problem: { kind: 'surface', start: [x, 2] } }))
  for (const one of starts) client.compute(one)
  expect(toEngine.length).toBe(1)
  deliver()
  expect(last!.experiment).toBe(starts[4])
  expect(fingerprint(last!.traces)).toBe(directly(starts[4]))
})

test('buffers travel back and are used again', () => {
  const { page, deliver, toEngine } = wire()
  const client = createClient(page, () => {}, expect.fail)
  client.compute(experiment({ steps: 9000 }))
  deliver(2)
  expect((toEngine[0] as WorkRequest).buffers.length).toBe(5)
})

test('when the engine dies, a new one goes on from the last checkpoint to the same bits', () => {
  const first = wire()
  let last: Computation | undefined
  const client = createClient(first.page, (computation) => (last = computation), expect.fail)
  const long = experiment({ steps: 9000, problem: { kind: 'surface', noise: 0.3 } })
  client.compute(long)
  first.deliver(2)
  const reached = last!.step
  expect(reached).toBeGreaterThan(0)
  expect(reached).toBeLessThan(9000)

  const second = wire()
  client.reconnect(second.page)
  second.deliver()
  expect(last!.step).toBe(9000)
  expect(fingerprint(last!.traces)).toBe(directly(long))
})

test('an engine that fails says so, and the next experiment is computed all the same', () => {
  const { page, deliver } = wire()
  const said: string[] = []
  let last: Computation | undefined
  const client = createClient(
    page,
    (computation) => (last = computation),
    (message) => said.push(message),
  )
  client.compute({ ...experiment({}), problem: { ...surfaceOf(experiment({})), surface: 'nowhere' } })
  deliver()
  expect(said.length).toBe(1)
  client.compute(experiment({ steps: 5 }))
  deliver()
  expect(last!.step).toBe(5)
})

const training = (steps: number, rest: object = {}) =>
  network(
    {},
    {
      steps,
      runs: [{ optimizer: 'adam' }, { optimizer: 'sgd', problem: { batchNorm: { on: true } } }],
      changes: [{ step: 50, run: 'adam', path: 'problem.batchNorm', value: { on: true } }],
      ...rest,
    },
  )
const look = (step: number): Probe => ({
  step,
  runs: [0, 1],
  parts: ['map', 'batch'],
  map: [4, 4],
  neuron: 2,
})

describe('networks', () => {
  test('arrive bit for bit, also from an engine that took over from the last checkpoint', () => {
    const first = wire()
    let last: Computation | undefined
    const looks: Look[] = []
    const client = createClient(
      first.page,
      (computation) => (last = computation),
      expect.fail,
      (answer) => looks.push(answer),
    )
    const long = training(400)
    client.compute(long)
    first.deliver(3)
    expect(last!.step).toBeGreaterThan(0)
    expect(last!.step).toBeLessThan(400)
    client.probe(look(10))
    const second = wire()
    client.reconnect(second.page)
    second.deliver()
    expect(last!.step).toBe(400)
    expect(fingerprint(last!.traces)).toBe(directly(long))
    expect(looks.map(({ step, runs }) => [step, runs.length])).toEqual([[10, 2]])
  })

  test('arrive bit for bit from several engines that share the runs, probes as well', () => {
    const members = [wire(), wire(), wire()]
    const deliver = (most?: number) => members.forEach((member) => member.deliver(most))
    let last: Computation | undefined
    const looks: Look[] = []
    const client = createClient(
      members[0].page,
      (computation) => (last = computation),
      expect.fail,
      (answer) => looks.push(answer),
    )
    const { runs, ...rest } = training(300)
    const twice = runs.map((run) => ({ ...run, id: `${run.id} again` }))
    const four = { ...rest, runs: [...runs, ...twice, { ...runs[0], id: 'fifth', optimizer: 'sgd' }] }
    client.compute(four)
    members[0].deliver(2)
    // One is at work alone, and has an answer under way, when the others join it.
    members[0].deliver(0)
    client.reconnect(crewOf(members.map(({ page }) => page)))
    const probe = { ...look(40), runs: [4, 0, 3] }
    client.probe(probe)
    for (let n = 0; n < 300; n++) deliver(1)
    expect(last!.step).toBe(300)
    expect(fingerprint(last!.traces)).toBe(directly(four))
    const runner = revisit(four, [], 40)
    expect(looks.at(-1)!.runs.map(({ run, map }) => [run, map])).toEqual(
      probe.runs.map((i) => [i, runner.insides(i, probe).map]),
    )
    runner.release()
    client.compute(experiment({ steps: 5 }))
    for (let n = 0; n < 5; n++) deliver()
    expect(last!.step).toBe(5)
  })

  test('are probed between portions; of the probes that wait only the newest is answered', () => {
    const { page, toEngine, deliver } = wire()
    const steps: number[] = []
    const looks: Look[] = []
    const client = createClient(
      page,
      ({ step }) => steps.push(step),
      expect.fail,
      (answer) => looks.push(answer),
    )
    const long = training(400)
    client.probe(look(5))
    client.compute(long)
    deliver(1)
    for (const step of [7, 8, 9, 60]) client.probe(look(step))
    expect(toEngine.filter((request) => 'probe' in request).length).toBe(1)
    deliver()
    expect(looks.map(({ step }) => step)).toEqual([5, 60])
    expect(looks[0].experiment).toBe(long)
    expect(steps.at(-1)).toBe(400)
    expect(steps.length).toBeGreaterThan(3)
    const runner = revisit(long, [], 60)
    expect(looks[1].runs.map(({ map }) => map)).toEqual([0, 1].map((i) => runner.insides(i, look(60)).map))
    runner.release()
  })

  test('are let go when another experiment comes', () => {
    const { page, deliver } = wire()
    const client = createClient(page, () => {}, expect.fail)
    const before = used()
    for (let i = 0; i < 3; i++) {
      client.compute(training(60 + i))
      deliver()
      client.probe(look(30))
      deliver()
    }
    client.compute(experiment({ steps: 5 }))
    deliver()
    expect(used()).toBe(before)
  })

  test('whose data need a file get it from the page, also after a restart', () => {
    const first = wire()
    let last: Computation | undefined
    const client = createClient(first.page, (computation) => (last = computation), expect.fail)
    const { path } = datasets.iris.file!
    client.provide({ [path]: fileOf(datasets.iris)! })
    const flowers = experiment({
      problem: { kind: 'network', data: { kind: 'iris' } },
      steps: 40,
      runs: [{ optimizer: 'adam' }],
    })
    client.compute(flowers)
    first.deliver()
    expect(last!.step).toBe(40)
    const second = wire()
    client.reconnect(second.page)
    second.deliver()
    expect(last!.step).toBe(40)
  })
})

test('a client at rest asks for nothing further, not even a newer experiment, until it is woken', () => {
  const { page, toEngine, deliver } = wire()
  let shown: Computation | undefined
  const client = createClient(
    page,
    (computation) => (shown = computation),
    (message) => expect.fail(message),
  )
  client.compute(experiment({ steps: 20_000 }))
  deliver(2)
  client.rest(true)
  deliver()
  expect(toEngine).toHaveLength(0)
  expect(shown?.step).toBeLessThan(20_000)
  const newer = experiment({ steps: 50 })
  client.compute(newer)
  expect(toEngine).toHaveLength(0)
  client.rest(false)
  deliver()
  expect(shown?.experiment).toBe(newer)
  expect(shown?.step).toBe(50)
})
