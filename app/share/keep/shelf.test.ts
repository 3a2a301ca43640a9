import { describe, expect, it } from 'vitest'
import { createShelf, joined, type Kept, keptText, readKept } from './shelf.ts'

const kept = (name: string): Kept => ({
  name,
  link: 'v=1&f=ravine',
  date: '2026-01-02T03:04:05.000Z',
  thumbnail: 'data:image/jpeg;base64,AA==',
})

/** A storage with room for so many characters. */
function storageOf(room = Infinity) {
  const held = new Map<string, string>()
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    removeItem: (key: string) => void held.delete(key),
    setItem(key: string, text: string) {
      if (text.length > room) throw new DOMException('no room', 'QuotaExceededError')
      held.set(key, text)
    },
  }
}
const shelfOf = (storage: object) => createShelf(() => storage as Storage)

describe('the shelf', () => {
  it('has on the next visit what was put there, and stores nothing before', () => {
    const storage = storageOf()
    const shelf = shelfOf(storage)
    expect(shelf.list()).toEqual({ kept: [] })
    expect(storage.held.size).toBe(0)
    shelf.update((old) => [kept('one'), ...old])
    shelf.update((old) => [kept('two'), ...old])
    expect(shelfOf(storage).list()).toEqual({ kept: [kept('two'), kept('one')] })
    shelf.update(() => [])
    expect(storage.held.size).toBe(0)
  })

  it('says that it is closed where there is no storage, or it throws', () => {
    const none = createShelf(() => {
      throw new DOMException('sandboxed', 'SecurityError')
    })
    expect(none.list()).toEqual({ problem: expect.stringMatching(/does not let the page keep/) })
    expect(none.update(() => [kept('one')])).toEqual({ problem: expect.stringMatching(/does not let/) })
  })

  it('says that it is full, and keeps what it has', () => {
    const shelf = shelfOf(storageOf(300))
    shelf.update(() => [kept('one')])
    expect(shelf.update((old) => [...old, kept('two')])).toEqual({
      problem: expect.stringMatching(/no room/),
    })
    expect(shelf.list()).toEqual({ kept: [kept('one')] })
  })

  it('leaves alone what it cannot read', () => {
    const storage = storageOf()
    storage.held.set('descent.kept', '{"kept": 3}')
    expect(shelfOf(storage).update(() => [kept('one')])).toEqual({
      problem: expect.stringMatching(/cannot be read/),
    })
    expect(storage.held.get('descent.kept')).toBe('{"kept": 3}')
  })
})

describe('a file of kept experiments', () => {
  it('comes back as it was, and joins what is there once', () => {
    const list = [kept('one'), kept('two')]
    expect(readKept(keptText(list))).toEqual({ kept: list })
    expect(joined([kept('two'), kept('three')], list).map(({ name }) => name)).toEqual([
      'two',
      'three',
      'one',
    ])
  })

  it.each([
    ['[', '', /no JSON at line 1/],
    ['{}', 'kept', /no list/],
    ['{"kept":[null]}', 'kept.0.name', /nothing/],
    [JSON.stringify({ kept: [{ ...kept('one'), link: 3 }] }), 'kept.0.link', /no text/],
    [
      JSON.stringify({ kept: [{ ...kept('one'), thumbnail: 'https://elsewhere.example/' }] }),
      'kept.0.thumbnail',
      /another address/,
    ],
  ])('%s is refused by its place', (text, path, found) => {
    expect(readKept(text)).toEqual({
      issues: [expect.objectContaining({ path, found: expect.stringMatching(found) })],
    })
  })
})
