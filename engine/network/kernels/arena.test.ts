import { describe, expect, test } from 'vitest'
import { allocate, arena, release, used, view, ZEROS } from './arena.ts'

describe('the arena', () => {
  test('gives regions that do not overlap, and takes them back', () => {
    const before = used()
    const sizes = [10, 1, 1000, 7]
    const starts = sizes.map(allocate)
    starts.forEach((start, i) => view(start, sizes[i]).fill(i + 1))
    starts.forEach((start, i) => expect(view(start, sizes[i]).every((value) => value === i + 1)).toBe(true))
    expect(used()).toBe(before + 1018)
    starts.forEach(release)
    expect(used()).toBe(before)
  })

  test('gives zeros, also where another network was', () => {
    const first = allocate(50)
    view(first, 50).fill(NaN)
    release(first)
    const second = allocate(50)
    expect(second).toBe(first)
    expect(view(second, 50)).toEqual(new Float64Array(50))
    release(second)
  })

  test('joins neighbours that were released in any order, so that a large region fits again', () => {
    const most = arena.length - 1024 - used()
    const part = Math.floor(most / 3)
    const regions = [allocate(part), allocate(part), allocate(part)]
    expect(() => allocate(part)).toThrow(RangeError)
    for (const i of [0, 2, 1]) release(regions[i])
    release(allocate(most))
  })

  test('says what is missing, and refuses to release what it does not know', () => {
    expect(() => allocate(arena.length)).toThrow(`A network needs ${arena.length} numbers in one piece`)
    expect(() => release(3)).toThrow('There is no region at 3.')
  })

  test('begins with zeros that nobody owns', () => {
    const region = allocate(4)
    expect(region).toBeGreaterThanOrEqual(ZEROS + 1024)
    expect(view(ZEROS, 1024)).toEqual(new Float64Array(1024))
    release(region)
  })
})
