/** Text in PNG files: iTXt chunks (PNG specification, third edition, 11.3.3.4). */

/** Of every byte, what the check of a chunk makes of it (PNG, annex D). */
const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c
})

function crc(bytes: Uint8Array): number {
  let c = 0xffffffff
  for (const byte of bytes) c = table[(c ^ byte) & 255] ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}

/** Signature and header: the header must come first, and is always as long. */
const HEAD = 8 + 25

function chunk(keyword: string, text: string): Uint8Array {
  const encoder = new TextEncoder()
  // Keyword, then: not compressed, in no language, no translated keyword.
  const body = encoder.encode(`iTXt${keyword}\0\0\0\0\0${text}`)
  const whole = new Uint8Array(body.length + 8)
  const view = new DataView(whole.buffer)
  view.setUint32(0, body.length - 4)
  whole.set(body, 4)
  view.setUint32(4 + body.length, crc(body))
  return whole
}

/** The PNG with texts by keyword: `Title`, `Description`, `Source` and others that the specification lists. */
export function withText(png: Uint8Array, texts: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const chunks = Object.entries(texts).map(([keyword, text]) => chunk(keyword, text))
  const whole = new Uint8Array(png.length + chunks.reduce((sum, { length }) => sum + length, 0))
  whole.set(png.subarray(0, HEAD))
  let at = HEAD
  for (const one of chunks) {
    whole.set(one, at)
    at += one.length
  }
  whole.set(png.subarray(HEAD), at)
  return whole
}
