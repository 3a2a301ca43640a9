import { readFileSync } from 'node:fs'
import type { Dataset } from '../dataset.ts'

/** The bytes of a real set, as the page would fetch them. */
export const fileOf = ({ file }: Dataset): Uint8Array | undefined =>
  file && new Uint8Array(readFileSync(new URL(`../../public/${file.path}`, import.meta.url)))

/** FNV-1a over the bits of some numbers: two lists that differ in one bit differ here. */
export function hash(...lists: readonly Float64Array[]): string {
  let h = 0x811c9dc5
  for (const list of lists)
    for (const byte of new Uint8Array(list.buffer, list.byteOffset, list.byteLength))
      h = Math.imul(h ^ byte, 0x01000193)
  return (h >>> 0).toString(16).padStart(8, '0')
}

export const sum = (list: ArrayLike<number>): number => Array.from(list).reduce((a, b) => a + b, 0)
export const mean = (list: ArrayLike<number>): number => sum(list) / list.length
export const deviation = (list: ArrayLike<number>): number => {
  const centre = mean(list)
  return Math.sqrt(mean(Array.from(list, (x) => (x - centre) ** 2)))
}
export const column = (x: Float64Array, width: number, c: number): Float64Array =>
  x.filter((_, i) => i % width === c)

/** How many rows each class has. */
export const counts = (labels: ArrayLike<number>, classes: number): number[] =>
  Array.from({ length: classes }, (_, k) => Array.from(labels).filter((label) => label === k).length)
