import type { Trace } from './trace.ts'

/**
 * A hash of every bit of the trajectories (FNV-1a over 32-bit words, two lanes): equal in every browser and in Node
 * when, and practically only when, the numbers are.
 */
export function fingerprint(traces: readonly Trace[]): string {
  let a = 0x811c9dc5
  let b = 0xcbf29ce4
  for (const { rows, length, layout } of traces) {
    const { stride, hashed } = layout
    const words = new Uint32Array(rows.buffer, rows.byteOffset, length * stride * 2)
    for (let i = 0; i < words.length; i += 2) {
      if ((i >> 1) % stride >= hashed) continue
      // NaN has many bit patterns; which one a row holds is not part of the result.
      const isNaN = rows[i >> 1] !== rows[i >> 1]
      const low = isNaN ? 0 : words[i]
      const high = isNaN ? 0x7ff80000 : words[i + 1]
      a = Math.imul(Math.imul(a ^ low, 0x01000193) ^ high, 0x01000193)
      b = Math.imul(Math.imul(b ^ high, 0x01000193) ^ (low >>> 16) ^ (low << 16), 0x01000193)
    }
  }
  const hex = (word: number) => (word >>> 0).toString(16).padStart(8, '0')
  return hex(a) + hex(b)
}
