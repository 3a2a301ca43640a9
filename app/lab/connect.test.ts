import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Request, Response } from '../../engine/worker/protocol.ts'
import { connect } from './connect.ts'

/** A worker that answers when it is told to. */
class Silent {
  onmessage: ((event: unknown) => void) | null = null
  onerror: ((event: unknown) => void) | null = null
  terminate = vi.fn<() => void>()
  postMessage = vi.fn<() => void>()
  answer = (kind: Response['kind'] = 'ready') => this.onmessage?.({ data: { kind } })
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

async function connected() {
  const worker = new Silent()
  const onDeath = vi.fn<() => void>()
  const connecting = connect(
    'surface',
    { surface: [() => worker as unknown as Worker], network: [] },
    onDeath,
  )
  await vi.advanceTimersByTimeAsync(0)
  worker.answer()
  const { port } = await connecting
  return { worker, onDeath, ask: (request: Request = { files: {} }) => port.post(request, []) }
}

test('a worker that owes a second answer is not forgotten for having given the first', async () => {
  const { worker, onDeath, ask } = await connected()
  ask()
  ask()
  await vi.advanceTimersByTimeAsync(3000)
  worker.answer()
  await vi.advanceTimersByTimeAsync(3000)
  expect(onDeath).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1001)
  expect(onDeath).toHaveBeenCalledOnce()
  expect(worker.terminate).toHaveBeenCalledOnce()
})

test('asking again does not prolong the wait for the first answer', async () => {
  const { onDeath, ask } = await connected()
  ask()
  await vi.advanceTimersByTimeAsync(3000)
  ask()
  await vi.advanceTimersByTimeAsync(1001)
  expect(onDeath).toHaveBeenCalledOnce()
})

test('a worker that has answered all may be silent for as long as it likes', async () => {
  const { worker, onDeath, ask } = await connected()
  ask()
  ask()
  worker.answer()
  worker.answer()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(onDeath).not.toHaveBeenCalled()
})

test('a worker that answers probes, but not what work was asked for, is found out', async () => {
  const { worker, onDeath, ask } = await connected()
  ask({ id: 1, work: 1, buffers: [] })
  for (let n = 0; n < 3; n++) {
    ask({ id: 1, probe: { step: n, runs: [0], parts: ['map'], map: [1, 1], neuron: 1 } })
    await vi.advanceTimersByTimeAsync(1100)
    worker.answer('insides')
  }
  expect(onDeath).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(701)
  expect(onDeath).toHaveBeenCalledOnce()
})
