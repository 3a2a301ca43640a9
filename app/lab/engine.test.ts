import { expect, test, vi } from 'vitest'
import '../../engine/experiment/networks.ts'
import { parseText } from '../../engine/experiment/text.ts'
import { fingerprint } from '../../engine/training/fingerprint.ts'
import '../../engine/training/networks.ts'
import { createRunner } from '../../engine/training/runner.ts'
import type { Request, Response } from '../../engine/worker/protocol.ts'
import { serve } from '../../engine/worker/host.ts'
import { startEngine } from './engine.ts'
import { createLab } from './lab.ts'

/** A worker as the page sees one, whose thread is a queue of tasks. */
function makeWorker() {
  const worker = {
    onmessage: null as ((event: { data: Response }) => void) | null,
    onerror: null as ((event: { message: string }) => void) | null,
    asked: 0,
    answered: 0,
    ended: false,
    postMessage(message: Request) {
      worker.asked++
      setTimeout(() => !worker.ended && receive(message))
    },
    terminate() {
      worker.ended = true
    },
  }
  let receive: (message: Request) => void = () => {}
  serve({
    post: (data) =>
      setTimeout(() => {
        if (data.kind !== 'ready') worker.answered++
        worker.onmessage?.({ data })
      }),
    onMessage: (listener) => {
      receive = listener
    },
  })
  return worker
}

function mount(link: string, cores = 1) {
  const parsed = parseText(link)
  if (!parsed.ok) throw new Error('the link is wrong')
  const lab = createLab(parsed.experiment)
  const workers: ReturnType<typeof makeWorker>[] = []
  const start = () => {
    workers.push(makeWorker())
    return workers[workers.length - 1] as unknown as Worker
  }
  const engine = startEngine(lab, { surface: [start], network: [start] }, cores)
  const isDone = () => expect(lab.getState().computation?.step).toBe(lab.getState().experiment.steps)
  return { lab, workers, engine, isDone }
}

test('two labs on a page share nothing: each computes its own race, and one outlives the other', async () => {
  const one = mount('v=1&f=ravine&opt=sgd,adam&steps=20')
  const other = mount('v=1&f=rosenbrock&opt=rmsprop&steps=30')
  await vi.waitFor(() => {
    one.isDone()
    other.isDone()
  })
  const before = one.lab.getState().computation
  one.engine.dispose()
  const [worker] = one.workers
  expect(worker.ended).toBe(true)
  const { asked } = worker
  one.lab.edit((experiment) => ({ ...experiment, steps: 25 }))
  other.lab.edit((experiment) => ({ ...experiment, steps: 40 }))
  await vi.waitFor(other.isDone)
  expect(worker.asked).toBe(asked)
  // What it has computed stays.
  expect(one.lab.getState().computation).toBe(before)
})

test('a drag on a surface is computed before the edit returns, to the bits of the worker, which is not asked', async () => {
  const { lab, workers, engine, isDone } = mount('v=1&f=ravine&opt=sgd,adam&steps=40')
  await vi.waitFor(isDone)
  const moveTo = (x: number, final: boolean) =>
    lab.edit((experiment) => ({ ...experiment, problem: { ...experiment.problem, start: [x, 1] } }), final)
  const isShown = () => lab.getState().computation?.experiment === lab.getState().experiment
  // The first move fetches what computes the next ones.
  let x = -3
  await vi.waitFor(() => {
    moveTo((x -= 0.1), false)
    expect(isShown()).toBe(true)
  })
  await vi.waitFor(() => expect(workers[0].asked).toBe(workers[0].answered))
  const { asked } = workers[0]
  moveTo(-2, false)
  expect(isShown()).toBe(true)
  moveTo(-2, true)
  isDone()
  expect(workers[0].asked).toBe(asked)
  const inDrag = fingerprint(lab.getState().computation!.traces)
  lab.undo()
  lab.redo()
  await vi.waitFor(() => expect(isShown()).toBe(true))
  await vi.waitFor(isDone)
  expect(workers[0].asked).toBeGreaterThan(asked)
  expect(fingerprint(lab.getState().computation!.traces)).toBe(inDrag)
  engine.dispose()
})

test('an engine that is disposed of while it starts ends its worker all the same', async () => {
  const { engine, workers, lab } = mount('v=1&f=ravine&opt=sgd')
  engine.dispose()
  await vi.waitFor(() => expect(workers[0].ended).toBe(true))
  expect(lab.getState().computation).toBeUndefined()
})

test('a worker of several that dies while it trains is replaced, and the bits are those of an undisturbed run', async () => {
  const { lab, workers, engine, isDone } = mount(
    'v=1&data=circles&net=16-16&opt=sgd,momentum,adam&steps=600',
    2,
  )
  await vi.waitFor(() => expect(workers[1]?.asked ?? 0).toBeGreaterThan(1), 10_000)
  expect(lab.getState().computation?.step ?? 0).toBeLessThan(600)
  workers[1].onerror?.({ message: 'out of memory' })
  await vi.waitFor(isDone, 10_000)
  expect(workers.map(({ ended }) => ended)).toEqual([true, true, false, false])
  expect(workers[3].asked).toBeGreaterThan(1)
  const { computation, experiment } = lab.getState()
  const runner = createRunner(experiment)
  runner.advance(experiment.steps)
  expect(fingerprint(computation!.traces)).toBe(fingerprint(runner.traces))
  runner.release()
  engine.dispose()
}, 20_000)
