import { surfaceOf } from '../experiment/kinds.ts'
import { expect, test } from 'vitest'
import { defaultExperiment } from '../experiment/opening.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { parseExperiment } from '../experiment/parse.ts'
import { fingerprint } from '../training/fingerprint.ts'
import { createRunner } from '../training/runner.ts'
import { type Computation, createClient } from './client.ts'
import { serve } from './host.ts'
import type { Port, Request, Response } from './protocol.ts'

const experiment = (input: object): Experiment => {
  const parsed = parseExperiment({ ...defaultExperiment, ...input })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return parsed.experiment
}
const directly = (one: Experiment) => {
  const runner = createRunner(one)
  runner.advance(one.steps)
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
  expect(toEngine[0].buffers.length).toBe(5)
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
