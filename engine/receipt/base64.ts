import { toBase64url } from '../experiment/packed.ts'

/** Bytes in base 64 (RFC 4648 §4): with + and /, filled up to whole fours. */
export const base64 = (bytes: Uint8Array): string =>
  toBase64url(bytes)
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .padEnd(4 * Math.ceil(bytes.length / 3), '=')

/** Float64s as they are in memory: little-endian, as all platforms with typed arrays in use are. */
export const base64Numbers = (values: ArrayLike<number>): string =>
  base64(new Uint8Array(Float64Array.from(values).buffer))

/** Bits, eight to a byte, the first the highest. */
export function base64Bits(bits: ArrayLike<number>): string {
  const bytes = new Uint8Array(Math.ceil(bits.length / 8))
  for (let i = 0; i < bits.length; i++) if (bits[i]) bytes[i >> 3] |= 128 >> (i & 7)
  return base64(bytes)
}
