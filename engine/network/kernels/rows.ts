import type { Random } from '../../random.ts'
import { arena } from './arena.ts'

const memory = arena

/** Loops over whole matrices, number by number, and over their rows. */

/** to[r] = source[chosen[r]] for `count` rows; the only kernel that reads from outside of the arena. */
export function gather(
  source: Float64Array,
  chosen: Int32Array,
  first: number,
  count: number,
  width: number,
  to: number,
): void {
  for (let r = 0; r < count; r++) {
    const from = (chosen[first + r] * width) | 0
    const at = (to + r * width) | 0
    for (let i = 0; i < width; i++) memory[(at + i) | 0] = source[from + i]
  }
}

export function clear(at: number, n: number): void {
  for (let i = 0; i < n; i++) memory[(at + i) | 0] = 0
}

export function copy(from: number, to: number, n: number): void {
  for (let i = 0; i < n; i++) memory[(to + i) | 0] = memory[(from + i) | 0]
}

/** to += from */
export function add(from: number, to: number, n: number): void {
  for (let i = 0; i < n; i++) memory[(to + i) | 0] += memory[(from + i) | 0]
}

/** to = a ⊙ b */
export function times(a: number, b: number, to: number, n: number): void {
  for (let i = 0; i < n; i++) memory[(to + i) | 0] = memory[(a + i) | 0] * memory[(b + i) | 0]
}

/** to = factor · from; the factor lies in the arena, since numbers passed between functions may be boxed. */
export function scale(from: number, factor: number, to: number, n: number): void {
  const f = memory[factor]
  for (let i = 0; i < n; i++) memory[(to + i) | 0] = f * memory[(from + i) | 0]
}

/** Writes the first row into all others. */
export function repeatRow(at: number, rows: number, width: number): void {
  for (let r = 1; r < rows; r++) copy(at, at + r * width, width)
}

/** Adds n numbers, first to last, to the one at `to`. */
export function addUp(from: number, n: number, to: number): void {
  let sum = memory[to]
  for (let i = 0; i < n; i++) sum += memory[(from + i) | 0]
  memory[to] = sum
}

/** g += λ₂ w + λ₁ sign w; ½λ₂Σw² + λ₁Σ|w| is added to the number at `to`. λ₂ and λ₁ lie at `lambdas`. */
export function penalize(w: number, g: number, n: number, lambdas: number, to: number): void {
  const l2 = memory[lambdas]
  const l1 = memory[(lambdas + 1) | 0]
  let squares = 0
  let sizes = 0
  for (let i = 0; i < n; i++) {
    const x = memory[(w + i) | 0]
    squares += x * x
    sizes += Math.abs(x)
    memory[(g + i) | 0] += l2 * x + l1 * Math.sign(x)
  }
  memory[to] += 0.5 * l2 * squares + l1 * sizes
}

const words = new Int32Array(1024)

/**
 * n numbers, each `kept` with the probability that lies at `keep`, else 0; `kept` lies behind it. The 53 bits of a uniform
 * random number serve two of them: 26 bits the first, 27 the second. The sign of a difference decides, for a branch that
 * no processor can guess would take longer than all the rest.
 */
export function drawMask(random: Random, keep: number, to: number, n: number): void {
  const kept = memory[(keep + 1) | 0]
  const below26 = Math.ceil(memory[keep] * 67108864)
  const below27 = Math.ceil(memory[keep] * 134217728)
  for (let start = 0; start < n; start += words.length) {
    const count = Math.min(words.length, n - start)
    random.fill(words, (count + 1) & -2)
    const at = (to + start) | 0
    for (let i = 0; i < count; i += 2) {
      const word = words[i]
      const first = word >>> 6
      const second = ((word & 32) << 21) | (words[i + 1] >>> 6)
      memory[(at + i) | 0] = kept * ((first - below26) >>> 31)
      if (i + 1 < count) memory[(at + i + 1) | 0] = kept * ((second - below27) >>> 31)
    }
  }
}
