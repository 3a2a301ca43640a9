import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { capabilities, faultOf, MESSAGE_LIMIT, readCall, readRequest } from './messages.ts'

const call = (more: object) => ({ ns: 'optlab', v: 1, k: 'n1', ...more })
/** All that structured cloning lets through, and more. */
const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
  withNullPrototype: true,
})

describe('on the window', () => {
  it('knows a ping and a connect with its nonce, and what they leave out', () => {
    expect(readCall(call({ type: 'ping' }), 'n1')).toEqual({ type: 'ping' })
    expect(readCall(call({ type: 'connect', autosize: true, theme: 'dark' }), 'n1')).toEqual({
      type: 'connect',
      autosize: true,
      theme: 'dark',
      active: true,
    })
    expect(readCall(call({ type: 'connect', theme: 'javascript:0', active: false }), 'n1')).toEqual({
      type: 'connect',
      autosize: false,
      theme: undefined,
      active: false,
    })
  })
  it('has no ear for another nonce, another namespace, another type', () => {
    expect(readCall(call({ type: 'ping' }), 'n2')).toBeUndefined()
    expect(readCall(call({ type: 'ping' }), undefined)).toBeUndefined()
    expect(readCall(call({ type: 'ping', ns: 'other' }), 'n1')).toBeUndefined()
    expect(readCall(call({ type: 'setState' }), 'n1')).toBeUndefined()
    expect(readCall(call({ type: 'ping', more: NaN }), 'n1')).toBeUndefined()
  })
  it('says which versions it does not speak', () => {
    expect(readCall(call({ type: 'connect', v: 2 }), 'n1')).toEqual({ type: 'unsupported' })
  })
})

describe('over the port', () => {
  const errorOf = (message: unknown) => {
    const read = readRequest(message)
    return read.ok ? undefined : [read.id, read.error.code, read.error.path]
  }
  it('takes each request, without fields that it does not know', () => {
    const fields = { state: 'v=1', changes: { lr: '.1' }, n: 3, theme: 'light', active: true, html: '<b>' }
    for (const type of capabilities) {
      const read = readRequest({ id: 7, type, ...fields })
      expect(read).toMatchObject({ ok: true, request: { id: 7, type } })
      expect(read.ok && 'html' in read.request).toBe(false)
    }
  })
  it('names what is wrong with the others', () => {
    expect(errorOf({ id: 1, type: 'eval' })).toEqual([1, 'unknown-type', 'type'])
    expect(errorOf({ id: 1, type: 'constructor' })).toEqual([1, 'unknown-type', 'type'])
    expect(errorOf({ id: 1, type: 'setState', state: 5 })).toEqual([1, 'bad-state', 'state'])
    expect(errorOf({ id: 1, type: 'step', n: NaN })).toEqual([1, 'bad-state', 'n'])
    expect(errorOf({ id: 1, type: 'step', n: 0.5 })).toEqual([1, 'bad-state', 'n'])
    expect(errorOf({ id: 1, type: 'patch', changes: { lr: 1 } })).toEqual([1, 'bad-state', 'changes.lr'])
    expect(errorOf({ id: 1, type: 'setState', state: 'x'.repeat(MESSAGE_LIMIT) })).toEqual([
      1,
      'too-large',
      'state',
    ])
    expect(errorOf({ type: 'run' })).toEqual([null, 'bad-state', 'id'])
    expect(errorOf({ id: 1, type: 'run', when: new Date() })).toEqual([1, 'bad-state', 'when'])
  })
  it('ends with a message that holds itself', () => {
    const round: Record<string, unknown> = { id: 1, type: 'run' }
    round.round = round
    expect(errorOf(round)?.[1]).toBe('too-large')
  })
})

it('never throws, whatever comes, and lets nothing through but what it names', () => {
  fc.assert(
    fc.property(anything, fc.constantFrom(...capabilities), (rubbish, type) => {
      readCall(rubbish, 'n1')
      faultOf(rubbish)
      for (const message of [
        rubbish,
        { id: 1, type, state: rubbish, changes: rubbish, n: rubbish, theme: rubbish },
      ]) {
        const read = readRequest(message)
        if (read.ok) expect(() => structuredClone(read.request)).not.toThrow()
        else expect(['bad-state', 'unknown-type', 'too-large']).toContain(read.error.code)
      }
    }),
    { numRuns: 300 },
  )
})
