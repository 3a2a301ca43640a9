import { cos, log } from './mathematics.ts'

/**
 * One seed, many named streams, each addressed by a counter: `stream(seed, 'noise', k)` is the noise of update k
 * whatever was drawn before, so that any step can be revisited and switching one trick on never reshuffles another.
 */
export interface Random {
  /** Uniform in [0, 1) with 53 random bits. */
  uniform: () => number
  /** Standard normal (Box and Muller). */
  normal: () => number
}

const mix = (h: number): number => {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** The generator is sfc32 (Doty-Humphrey, PractRand), keyed by murmur3's finalizer over seed, name and counter. */
export function stream(seed: number, name: string, counter = 0): Random {
  let key = mix(seed + 0x9e3779b9)
  for (let i = 0; i < name.length; i++) key = mix(key ^ Math.imul(name.charCodeAt(i) + i, 0x01000193))
  let a = mix(key ^ mix(counter + 0x3c6ef372))
  let b = mix(a + 0x9e3779b9)
  let c = mix(b ^ key)
  let d = 1
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return t >>> 0
  }
  for (let i = 0; i < 12; i++) next()
  const uniform = (): number => ((next() >>> 5) * 67108864 + (next() >>> 6)) / 9007199254740992
  const normal = (): number => Math.sqrt(-2 * log(1 - uniform())) * cos(6.283185307179586 * uniform())
  return { uniform, normal }
}
