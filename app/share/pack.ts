import { asBytes, packLimits, partsOf, toBase64url, unpacking } from '../../engine/experiment/packed.ts'
import type { Issue } from '../../engine/experiment/experiment.ts'

/** Bytes through a stream; `undefined` where they are not what it takes, or become more than `limit`. */
async function through(
  bytes: Uint8Array,
  stream: CompressionStream | DecompressionStream,
  limit: number,
): Promise<Uint8Array | undefined> {
  const reader = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(stream).getReader()
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      length += value.length
      if (length > limit) {
        await reader.cancel()
        return undefined
      }
      parts.push(value)
    }
  } catch {
    return undefined
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Whether the text has rows of a person's own, which are packed. */
export const isPacked = (text: string): boolean => partsOf(text).packable !== ''

/** The text with a person's own rows packed, or `undefined` where they are too many for a link. */
export async function packLink(text: string): Promise<string | undefined> {
  const { open, packable } = partsOf(text)
  if (packable === '') return text
  if (packable.length > packLimits.text) return undefined
  const deflated = await through(asBytes(packable), new CompressionStream('deflate-raw'), Infinity)
  const packed = deflated && toBase64url(deflated)
  return packed && packed.length <= packLimits.packed ? `${open}&z=${packed}` : undefined
}

/** What `packLink` packed, as it was. */
export async function unpackLink(text: string): Promise<{ text: string } | { issue: Issue }> {
  const found = unpacking(text)
  if (!found.bytes) return found.issue ? { issue: found.issue } : { text }
  const { bytes, place } = found
  return place(await through(bytes, new DecompressionStream('deflate-raw'), packLimits.text))
}
