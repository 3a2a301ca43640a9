import { crc32 } from 'node:zlib'
import { expect, it } from 'vitest'
import { withText } from './pngText.ts'

/** A grey pixel. */
const png = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
    'base64',
  ),
)

interface Chunk {
  type: string
  body: Buffer
  isSound: boolean
}
function chunksOf(bytes: Uint8Array): Chunk[] {
  const file = Buffer.from(bytes)
  const chunks: Chunk[] = []
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at)
    const named = file.subarray(at + 4, at + 8 + length)
    chunks.push({
      type: named.toString('latin1', 0, 4),
      body: named.subarray(4),
      isSound: crc32(named) === file.readUInt32BE(at + 8 + length),
    })
    at += 12 + length
  }
  return chunks
}

it('puts texts after the header, each with its keyword, in UTF-8, and leaves the rest as it was', () => {
  const marked = chunksOf(
    withText(png, { Source: 'https://lab.example/#v=1', Description: 'η = 0.1\nStep 3' }),
  )
  expect(marked.map(({ type }) => type)).toEqual(['IHDR', 'iTXt', 'iTXt', 'IDAT', 'IEND'])
  expect(marked.every(({ isSound }) => isSound)).toBe(true)
  const texts = marked.filter(({ type }) => type === 'iTXt').map(({ body }) => body.toString().split('\0'))
  expect(texts).toEqual([
    ['Source', '', '', '', '', 'https://lab.example/#v=1'],
    ['Description', '', '', '', '', 'η = 0.1\nStep 3'],
  ])
  expect(marked.filter(({ type }) => type !== 'iTXt')).toEqual(chunksOf(png))
})
