import { cosAndSin, takeLog } from './mathematics.ts'

/** Of whole numbers with a sign, which V8 passes without a box. */
const mix = (h: number): number => {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

/** Words that are drawn and not used: the generator's first, after which its state is mixed. */
const settling = new Int32Array(12)
const pair = new Int32Array(2)
const four = new Int32Array(4)
const single = new Float64Array(1)
const turn = new Float64Array(2)
const log = new Float64Array(1)

/** Uniform in [0, 1) with 53 random bits, of the words at i and i + 1. */
const unit = (words: Int32Array, i: number): number =>
  ((words[i] >>> 5) * 67108864 + (words[i + 1] >>> 6)) / 9007199254740992

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
    const a = mix(key ^ mix((counter + 0x3c6ef372) | 0))
    const b = mix((a + 0x9e3779b9) | 0)
    state[0] = a
    state[1] = b
    state[2] = mix(b ^ key)
    state[3] = 1
    this.fill(settling)
    return this
  }

  /** Writes the next `count` words of 32 random bits. */
  fill(words: Int32Array, count = words.length): void {
    const { state } = this
    let a = state[0]
    let b = state[1]
    let c = state[2]
    let d = state[3]
    for (let i = 0; i < count; i++) {
      const t = (((a + b) | 0) + d) | 0
      a = b ^ (b >>> 9)
      b = (c + (c << 3)) | 0
      c = (((c << 21) | (c >>> 11)) + t) | 0
      d = (d + 1) | 0
      words[i] = t
    }
    state[0] = a
    state[1] = b
    state[2] = c
    state[3] = d
  }

  /** Uniform in [0, 1) with 53 random bits. */
  uniform(): number {
    this.fill(pair)
    return unit(pair, 0)
  }

  /** Standard normal. */
  normal(): number {
    this.normals(single)
    return single[0]
  }

  /** Fills `out` with standard normal numbers (Box and Muller): one that a function gives back may be boxed. */
  normals(out: Float64Array): void {
    for (let i = 0; i < out.length; i++) {
      this.fill(four)
      turn[0] = 6.283185307179586 * unit(four, 2)
      cosAndSin(turn)
      log[0] = 1 - unit(four, 0)
      takeLog(log)
      out[i] = Math.sqrt(-2 * log[0]) * turn[0]
    }
  }
}

export const stream = (seed: number, name: string, counter = 0): Random => new Random(seed, name).at(counter)
