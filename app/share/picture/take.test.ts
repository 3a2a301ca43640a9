import { expect, it } from 'vitest'
import { wrapped } from './take.ts'

const widthOf = (text: string) => text.length

it('wraps a caption at words, and a link wherever it must', () => {
  expect(wrapped('one two three', 8, widthOf)).toEqual(['one two', 'three'])
  expect(wrapped('see https://lab.example', 8, widthOf)).toEqual(['see', 'https://', 'lab.exam', 'ple'])
  for (const line of wrapped('a '.repeat(40) + 'b'.repeat(40), 9, widthOf))
    expect(line.length).toBeLessThan(10)
})
