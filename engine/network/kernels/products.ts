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
  for (let r = 0; r < evenRows; r += 2) {
    const a0 = (a + r * inputs) | 0
    const a1 = (a0 + inputs) | 0
    for (let u = 0; u < fourfold; u += 4) {
      const w0 = (W + u * inputs) | 0
      const w1 = (w0 + inputs) | 0
      const w2 = (w1 + inputs) | 0
      const w3 = (w2 + inputs) | 0
      const bias = (b + u) | 0
      let s0 = memory[bias]
      let s1 = memory[(bias + 1) | 0]
      let s2 = memory[(bias + 2) | 0]
      let s3 = memory[(bias + 3) | 0]
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
  edges(a, inputs, 1, W, inputs, 1, b, 1, z, rows, units, inputs)
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
  edges(dz, units, 1, W, 1, inputs, ZEROS, 0, d, rows, inputs, units)
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
  edges(dz, 1, units, a, 1, inputs, ZEROS, 0, dW, units, inputs, rows)
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
 * What the full tiles leave of c = start + p q: the columns past the last four, and the last row when rows are odd.
 * `pk` and `qk` lead along the sum, `pi` and `qj` from entry to entry. Two by two; where there is no second row or
 * column, the first is computed twice.
 */
function edges(
  p: number,
  pi: number,
  pk: number,
  q: number,
  qj: number,
  qk: number,
  start: number,
  startStep: number,
  c: number,
  rows: number,
  columns: number,
  depth: number,
): void {
  const evenRows = rows & -2
  const fourfold = columns & -4
  if (evenRows === rows && fourfold === columns) return
  for (let i = fourfold < columns ? 0 : evenRows; i < rows; i += 2) {
    const nextRow = i + 1 < rows ? 1 : 0
    for (let j = i < evenRows ? fourfold : 0; j < columns; j += 2) {
      const nextColumn = j + 1 < columns ? 1 : 0
      let p0 = (p + i * pi) | 0
      let p1 = (p0 + nextRow * pi) | 0
      let q0 = (q + j * qj) | 0
      let q1 = (q0 + nextColumn * qj) | 0
      let s0 = memory[(start + j * startStep) | 0]
      let s1 = memory[(start + (j + nextColumn) * startStep) | 0]
      let t0 = s0
      let t1 = s1
      for (let k = 0; k < depth; k++) {
        const x = memory[p0]
        const y = memory[p1]
        const v0 = memory[q0]
        const v1 = memory[q1]
        s0 += x * v0
        s1 += x * v1
        t0 += y * v0
        t1 += y * v1
        p0 = (p0 + pk) | 0
        p1 = (p1 + pk) | 0
        q0 = (q0 + qk) | 0
        q1 = (q1 + qk) | 0
      }
      const first = (c + i * columns + j) | 0
      const second = (first + nextRow * columns) | 0
      memory[(second + nextColumn) | 0] = t1
      memory[second] = t0
      memory[(first + nextColumn) | 0] = s1
      memory[first] = s0
    }
  }
}
