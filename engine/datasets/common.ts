import type { Range, Rows } from '../dataset.ts'
import { number } from '../parameters.ts'
import type { Random } from '../random.ts'

// What several sets share, so that parameters have the same names, ranges and link keys everywhere.

/** At least enough for a row in each part of a split, at most what a map can show. */
export const count = (initial: number) =>
  number('N', 'examples', initial, [10, 5000], { scale: 'integer', key: 'n' })

/** How many rows of a real set are used, drawn at random. */
export const countOf = (all: number) =>
  number('N', 'examples', all, [Math.min(10, all), all], { scale: 'integer', key: 'n' })

export const noise = (label: string, initial: number) =>
  number('\\sigma', label, initial, [0, 1], { key: 'noise' })

/**
 * The map of a planar set: as wide as nearly all of its points. They stay within about ±1.5, which is why they need no
 * standardisation.
 */
export const square = (half: number): readonly Range[] => [
  [-half, half],
  [-half, half],
]
export const planeInputs = ['x₁', 'x₂']

export const TWO_PI = 6.283185307179586

/** Rows of inputs, each followed by its target, each drawn from its own place in the stream. */
export function draw(rows: number, random: Random, one: (i: number) => readonly number[]): Rows {
  const list = Array.from({ length: rows }, (_, i) => {
    random.at(i)
    return one(i)
  })
  return rowsOf(list)
}

export function rowsOf(list: readonly (readonly number[])[]): Rows {
  const inputs = list[0].length - 1
  const x = new Float64Array(list.length * inputs)
  const y = new Float64Array(list.length)
  list.forEach((row, i) => {
    for (let c = 0; c < inputs; c++) x[i * inputs + c] = row[c]
    y[i] = row[inputs]
  })
  return { x, y }
}

/** The numbers 0 to n − 1 in random order (Fisher and Yates), written to `order`. */
export function shuffle(order: Int32Array, random: Random): Int32Array {
  for (let i = 0; i < order.length; i++) order[i] = i
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random.uniform() * (i + 1))
    const other = order[j]
    order[j] = order[i]
    order[i] = other
  }
  return order
}

/** `wanted` of `all` rows at random, in their old order; a larger choice contains the smaller ones. */
export const choose = (all: number, wanted: number, random: Random): Int32Array =>
  shuffle(new Int32Array(all), random.at(0)).slice(0, wanted).sort()

/** The cells of a file of ours: ASCII, commas, no quotes, a header. */
export function cellsOf(file: Uint8Array): string[][] {
  let text = ''
  for (const byte of file) text += String.fromCharCode(byte)
  const lines = text.trim().split('\n').slice(1)
  return lines.map((line) => line.split(','))
}
