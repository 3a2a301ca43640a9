import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stream } from '../../random.ts'
import { allocate, release, view } from './arena.ts'
import { multiply, multiplyTransposed, outer } from './products.ts'

// Every shape up to 7 × 9 × 5, so that full tiles and all kinds of edges occur.
const shapes: [rows: number, units: number, inputs: number][] = []
for (let rows = 1; rows <= 7; rows++)
  for (let units = 1; units <= 9; units++)
    for (let inputs = 1; inputs <= 5; inputs++) shapes.push([rows, units, inputs])

const size = 100
let region: number
const places = () => Array.from({ length: 4 }, (_, i) => region + i * size)
/** Random numbers of very different sizes, so that another order of summation would show. */
const fill = (at: number, seed: number) => {
  const random = stream(seed, 'test')
  const place = view(at, size)
  for (let i = 0; i < size; i++) place[i] = random.normal() * 10 ** Math.floor(9 * random.uniform() - 4)
  return place
}

beforeAll(() => {
  region = allocate(4 * size)
})
afterAll(() => release(region))

describe('the products are sums from the first index to the last, to the bit, in every shape', () => {
  test('z = a Wᵀ + b begins with the bias', () => {
    for (const [rows, units, inputs] of shapes) {
      const [a, W, b, z] = places()
      const [va, vW, vb] = [fill(a, 1), fill(W, 2), fill(b, 3)]
      multiply(a, W, b, z, rows, units, inputs)
      for (let r = 0; r < rows; r++)
        for (let u = 0; u < units; u++) {
          let sum = vb[u]
          for (let c = 0; c < inputs; c++) sum += va[r * inputs + c] * vW[u * inputs + c]
          expect(view(z, size)[r * units + u]).toBe(sum)
        }
    }
  })

  test('∂a = ∂z W', () => {
    for (const [rows, units, inputs] of shapes) {
      const [dz, W, d] = places()
      const [vdz, vW] = [fill(dz, 1), fill(W, 2)]
      multiplyTransposed(dz, W, d, rows, units, inputs)
      for (let r = 0; r < rows; r++)
        for (let c = 0; c < inputs; c++) {
          let sum = 0
          for (let u = 0; u < units; u++) sum += vdz[r * units + u] * vW[u * inputs + c]
          expect(view(d, size)[r * inputs + c]).toBe(sum)
        }
    }
  })

  test('∂W = ∂zᵀ a runs over the batch', () => {
    for (const [rows, units, inputs] of shapes) {
      const [dz, a, dW] = places()
      const [vdz, va] = [fill(dz, 1), fill(a, 2)]
      outer(dz, a, dW, rows, units, inputs)
      for (let u = 0; u < units; u++)
        for (let c = 0; c < inputs; c++) {
          let sum = 0
          for (let r = 0; r < rows; r++) sum += vdz[r * units + u] * va[r * inputs + c]
          expect(view(dW, size)[u * inputs + c]).toBe(sum)
        }
    }
  })

  test('nothing is written behind the result', () => {
    for (const [rows, units, inputs] of shapes) {
      const [a, W, b, z] = places()
      view(z, size).fill(7)
      multiply(a, W, b, z, rows, units, inputs)
      multiplyTransposed(a, W, z, rows, units, inputs)
      outer(a, W, z, rows, units, inputs)
      const written = Math.max(rows * units, rows * inputs, units * inputs)
      expect(
        view(z, size)
          .subarray(written)
          .every((value) => value === 7),
      ).toBe(true)
    }
  })
})
