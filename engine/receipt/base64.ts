const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Bytes in base 64 (RFC 4648). */
export function base64(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let i = 0; i < bytes.length; i += 3) {
    const three = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    pieces.push(
      letters[three >> 18] + letters[(three >> 12) & 63] + letters[(three >> 6) & 63] + letters[three & 63],
    )
  }
  const over = (3 - (bytes.length % 3)) % 3
  const text = pieces.join('')
  return over > 0 ? text.slice(0, -over) + '='.repeat(over) : text
}

/** Float64s as they are in memory: little-endian, as all platforms with typed arrays in use are. */
export const base64Numbers = (values: ArrayLike<number>): string =>
  base64(new Uint8Array(Float64Array.from(values).buffer))

/** Bits, eight to a byte, the first the highest. */
export function base64Bits(bits: ArrayLike<number>): string {
  const bytes = new Uint8Array(Math.ceil(bits.length / 8))
  for (let i = 0; i < bits.length; i++) if (bits[i]) bytes[i >> 3] |= 128 >> (i & 7)
  return base64(bytes)
}
