import { arena, ZEROS } from './arena.ts'

const memory = arena

/**
 * The three matrix products of a dense layer: (B, C) inputs, (B, U) units, weights (U, C), all row by row.
 *
 * Order of summation: every entry is one accumulator that starts with its bias (or 0) and adds its products from the
 * first index to the last. Tiles of 2 × 4 entries share what they load, but no sum is ever split, so an entry has the
 * same bits whichever tile or edge it lies in, alone or in a batch. Larger tiles do not fit V8's registers.
 */

/** z = a Wᵀ + b: z[r][u] = b[u] + Σ_c a[r][c] W[u][c], from c = 0 up. */
export function multiply(
  a: number, // (B, C)
  W: number, // (U, C)
  b: number, // (U)
  z: number, // (B, U)
  rows: number,
  units: number,
  inputs: number,
): void {
  const evenRows = rows & -2
  const fourfold = units & -4
  for (let u = 0; u < fourfold; u += 4) {
    const w0 = (W + u * inputs) | 0
    const w1 = (w0 + inputs) | 0
    const w2 = (w1 + inputs) | 0
    const w3 = (w2 + inputs) | 0
    const b0 = memory[(b + u) | 0]
    const b1 = memory[(b + u + 1) | 0]
    const b2 = memory[(b + u + 2) | 0]
    const b3 = memory[(b + u + 3) | 0]
    for (let r = 0; r < evenRows; r += 2) {
      const a0 = (a + r * inputs) | 0
      const a1 = (a0 + inputs) | 0
      let s0 = b0
      let s1 = b1
      let s2 = b2
      let s3 = b3
      let t0 = s0
      let t1 = s1
      let t2 = s2
      let t3 = s3
      for (let c = 0; c < inputs; c++) {
        const x = memory[(a0 + c) | 0]
        const y = memory[(a1 + c) | 0]
        const v0 = memory[(w0 + c) | 0]
        const v1 = memory[(w1 + c) | 0]
        const v2 = memory[(w2 + c) | 0]
        const v3 = memory[(w3 + c) | 0]
        s0 += x * v0
        s1 += x * v1
        s2 += x * v2
        s3 += x * v3
        t0 += y * v0
        t1 += y * v1
        t2 += y * v2
        t3 += y * v3
      }
      store(z + r * units + u, units, s0, s1, s2, s3, t0, t1, t2, t3)
    }
  }
  for (let u = fourfold; u < units; u++)
    line(a, inputs, 1, W + u * inputs, 1, b + u, 0, z + u, units, rows, inputs)
  if (evenRows < rows)
    line(W, inputs, 1, a + evenRows * inputs, 1, b, 1, z + evenRows * units, 1, fourfold, inputs)
}

/** ∂a = ∂z W: d[r][c] = Σ_u dz[r][u] W[u][c], from u = 0 up. */
export function multiplyTransposed(
  dz: number, // (B, U)
  W: number, // (U, C)
  d: number, // (B, C)
  rows: number,
  units: number,
  inputs: number,
): void {
  const evenRows = rows & -2
  const fourfold = inputs & -4
  for (let r = 0; r < evenRows; r += 2) {
    const dz0 = (dz + r * units) | 0
    const dz1 = (dz0 + units) | 0
    for (let c = 0; c < fourfold; c += 4) {
      let w = (W + c) | 0
      let s0 = 0
      let s1 = 0
      let s2 = 0
      let s3 = 0
      let t0 = 0
      let t1 = 0
      let t2 = 0
      let t3 = 0
      for (let u = 0; u < units; u++) {
        const x = memory[(dz0 + u) | 0]
        const y = memory[(dz1 + u) | 0]
        const v0 = memory[w]
        const v1 = memory[(w + 1) | 0]
        const v2 = memory[(w + 2) | 0]
        const v3 = memory[(w + 3) | 0]
        s0 += x * v0
        s1 += x * v1
        s2 += x * v2
        s3 += x * v3
        t0 += y * v0
        t1 += y * v1
        t2 += y * v2
        t3 += y * v3
        w = (w + inputs) | 0
      }
      store(d + r * inputs + c, inputs, s0, s1, s2, s3, t0, t1, t2, t3)
    }
  }
  for (let c = fourfold; c < inputs; c++)
    line(dz, units, 1, W + c, inputs, ZEROS, 0, d + c, inputs, rows, units)
  if (evenRows < rows)
    line(W, 1, inputs, dz + evenRows * units, 1, ZEROS, 0, d + evenRows * inputs, 1, fourfold, units)
}

/** ∂W = ∂zᵀ a: dW[u][c] = Σ_r dz[r][u] a[r][c], from the batch's first row to its last. */
export function outer(
  dz: number, // (B, U)
  a: number, // (B, C)
  dW: number, // (U, C)
  rows: number,
  units: number,
  inputs: number,
): void {
  const evenUnits = units & -2
  const fourfold = inputs & -4
  for (let u = 0; u < evenUnits; u += 2) {
    for (let c = 0; c < fourfold; c += 4) {
      let p = (dz + u) | 0
      let q = (a + c) | 0
      let s0 = 0
      let s1 = 0
      let s2 = 0
      let s3 = 0
      let t0 = 0
      let t1 = 0
      let t2 = 0
      let t3 = 0
      for (let r = 0; r < rows; r++) {
        const x = memory[p]
        const y = memory[(p + 1) | 0]
        const v0 = memory[q]
        const v1 = memory[(q + 1) | 0]
        const v2 = memory[(q + 2) | 0]
        const v3 = memory[(q + 3) | 0]
        s0 += x * v0
        s1 += x * v1
        s2 += x * v2
        s3 += x * v3
        t0 += y * v0
        t1 += y * v1
        t2 += y * v2
        t3 += y * v3
        p = (p + units) | 0
        q = (q + inputs) | 0
      }
      store(dW + u * inputs + c, inputs, s0, s1, s2, s3, t0, t1, t2, t3)
    }
  }
  for (let c = fourfold; c < inputs; c++)
    line(dz, 1, units, a + c, inputs, ZEROS, 0, dW + c, inputs, units, rows)
  if (evenUnits < units)
    line(a, 1, inputs, dz + evenUnits, units, ZEROS, 0, dW + evenUnits * inputs, 1, fourfold, rows)
}

/** Writes a tile of two rows of four, `stride` apart. */
function store(
  at: number,
  stride: number,
  s0: number,
  s1: number,
  s2: number,
  s3: number,
  t0: number,
  t1: number,
  t2: number,
  t3: number,
): void {
  const first = at | 0
  const second = (at + stride) | 0
  memory[first] = s0
  memory[(first + 1) | 0] = s1
  memory[(first + 2) | 0] = s2
  memory[(first + 3) | 0] = s3
  memory[second] = t0
  memory[(second + 1) | 0] = t1
  memory[(second + 2) | 0] = t2
  memory[(second + 3) | 0] = t3
}

/**
 * What the full tiles leave, the columns past the last four and an odd last row, line by line: c = start + P q, `n`
 * entries of `depth` products each. `pi`, `si` and `ci` lead from entry to entry, `pk` and `qk` along the sum. Four
 * entries at a time; where fewer are left, the last is computed more than once.
 */
function line(
  p: number,
  pi: number,
  pk: number,
  q: number,
  qk: number,
  start: number,
  si: number,
  c: number,
  ci: number,
  n: number,
  depth: number,
): void {
  const last = (n - 1) | 0
  for (let i = 0; i < n; i += 4) {
    const i1 = Math.min(i + 1, last)
    const i2 = Math.min(i + 2, last)
    const i3 = Math.min(i + 3, last)
    let p0 = (p + i * pi) | 0
    let p1 = (p + i1 * pi) | 0
    let p2 = (p + i2 * pi) | 0
    let p3 = (p + i3 * pi) | 0
    let at = q | 0
    let s0 = memory[(start + i * si) | 0]
    let s1 = memory[(start + i1 * si) | 0]
    let s2 = memory[(start + i2 * si) | 0]
    let s3 = memory[(start + i3 * si) | 0]
    for (let k = 0; k < depth; k++) {
      const x = memory[at]
      s0 += x * memory[p0]
      s1 += x * memory[p1]
      s2 += x * memory[p2]
      s3 += x * memory[p3]
      at = (at + qk) | 0
      p0 = (p0 + pk) | 0
      p1 = (p1 + pk) | 0
      p2 = (p2 + pk) | 0
      p3 = (p3 + pk) | 0
    }
    memory[(c + i * ci) | 0] = s0
    memory[(c + i1 * ci) | 0] = s1
    memory[(c + i2 * ci) | 0] = s2
    memory[(c + i3 * ci) | 0] = s3
  }
}
