import { expect, test, vi } from 'vitest'
import { parseText } from '../../engine/experiment/text.ts'
import type { Request, Response } from '../../engine/worker/protocol.ts'
import { serve } from '../../engine/worker/host.ts'
import { startEngine } from './engine.ts'
import { createLab } from './lab.ts'

/** A worker as the page sees one, whose thread is a queue of tasks. */
function makeWorker() {
  const worker = {
    onmessage: null as ((event: { data: Response }) => void) | null,
    onerror: null,
    asked: 0,
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
    post: (data) => setTimeout(() => worker.onmessage?.({ data })),
    onMessage: (listener) => {
      receive = listener
    },
  })
  return worker
}

function mount(link: string) {
  const parsed = parseText(link)
  if (!parsed.ok) throw new Error('the link is wrong')
  const lab = createLab(parsed.experiment)
  const worker = makeWorker()
  const engine = startEngine(lab, [() => worker as unknown as Worker])
  const isDone = () => expect(lab.getState().computation?.step).toBe(lab.getState().experiment.steps)
  return { lab, worker, engine, isDone }
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
  expect(one.worker.ended).toBe(true)
  const { asked } = one.worker
  one.lab.edit((experiment) => ({ ...experiment, steps: 25 }))
  other.lab.edit((experiment) => ({ ...experiment, steps: 40 }))
  await vi.waitFor(other.isDone)
  expect(one.worker.asked).toBe(asked)
  // What it has computed stays.
  expect(one.lab.getState().computation).toBe(before)
})

test('an engine that is disposed of while it starts ends its worker all the same', async () => {
  const { engine, worker, lab } = mount('v=1&f=ravine&opt=sgd')
  engine.dispose()
  await vi.waitFor(() => expect(worker.ended).toBe(true))
  expect(lab.getState().computation).toBeUndefined()
})
