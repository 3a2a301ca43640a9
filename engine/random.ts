import { cos, log } from './mathematics.ts'

const mix = (h: number): number => {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/**
 * One seed, many named streams, each addressed by a counter: `stream(seed, 'noise', k)` is the noise of update k
 * whatever was drawn before, so that any step can be revisited and switching one trick on never reshuffles another.
 * The generator is sfc32 (Doty-Humphrey, PractRand), keyed by murmur3's finalizer over seed, name and counter.
 */
export class Random {
  private readonly key: number
  /** Four words; as numbers of the object V8 would keep them as floats, which takes three times as long. */
  private readonly state = new Int32Array(4)

  constructor(seed: number, name: string) {
    let key = mix(seed + 0x9e3779b9)
    for (let i = 0; i < name.length; i++) key = mix(key ^ Math.imul(name.charCodeAt(i) + i, 0x01000193))
    this.key = key
    this.at(0)
  }

  /** Moves to the start of the stream that belongs to `counter`; allocates nothing. */
  at(counter: number): this {
    const { key, state } = this
    const a = mix(key ^ mix(counter + 0x3c6ef372))
    const b = mix(a + 0x9e3779b9)
    state[0] = a
    state[1] = b
    state[2] = mix(b ^ key)
    state[3] = 1
    for (let i = 0; i < 12; i++) this.next()
    return this
  }

  /** The next 32 random bits. */
  private next(): number {
    const { state } = this
    const b = state[1]
    const c = state[2]
    const t = (((state[0] + b) | 0) + state[3]) | 0
    state[0] = b ^ (b >>> 9)
    state[1] = (c + (c << 3)) | 0
    state[2] = (((c << 21) | (c >>> 11)) + t) | 0
    state[3] = (state[3] + 1) | 0
    return t >>> 0
  }

  /** Uniform in [0, 1) with 53 random bits. */
  uniform(): number {
    return ((this.next() >>> 5) * 67108864 + (this.next() >>> 6)) / 9007199254740992
  }

  /** Standard normal (Box and Muller). */
  normal(): number {
    return Math.sqrt(-2 * log(1 - this.uniform())) * cos(6.283185307179586 * this.uniform())
  }
}

export const stream = (seed: number, name: string, counter = 0): Random => new Random(seed, name).at(counter)
