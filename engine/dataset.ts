import type { Parameters, Values } from './parameters.ts'
import type { Random } from './random.ts'

/** What is asked of a network: real numbers, one of two classes, one of several. */
export type Task = 'regression' | 'two classes' | 'many classes'
export type Range = readonly [min: number, max: number]

/** Examples as they are made: inputs (N, C) row by row, and each row's target: a real number, or its class's index. */
export interface Rows {
  x: Float64Array
  y: Float64Array
}

/** The file that a real data set is read from; whoever makes the set brings its bytes. */
export interface File {
  /** From the page's own address. */
  path: string
  bytes: number
  /** Of all bytes, so that a truncated file or an error page is not taken for data. */
  sum: number
}

export interface Credit {
  /** Who made the data, and when: to be shown wherever the set is. */
  by: string
  /** Where they are, and what was changed. */
  text: string
  licence: string
  url: string
}

/**
 * Data to learn from, with everything that the lab needs to know about them. A set that is made up draws each row
 * from its own place in the stream 'data', so that raising the count adds rows and moves none, and raising the noise
 * moves them in the same directions.
 */
export interface Dataset<P extends Parameters = Parameters> {
  id: string
  /** As it reads in a sentence after "on": "two moons". */
  name: string
  summary: string
  /** How its rows are made before any noise, as TeX; none of real data. */
  formula?: string
  sources: readonly string[]
  credit?: Credit
  file?: File
  parameters: P
  task: Task
  /** Names of the inputs. */
  inputs: readonly string[]
  /** Names of the classes; none in regression. */
  classes: readonly string[]
  /** What is to be predicted, in regression. */
  target?: string
  /** The part of one or two inputs' space that a map shows; empty where there is no map. */
  domain: readonly Range[]
  /** Whether inputs (and a real target) come in units of their own, and need to be standardised. */
  standardize: boolean
  /** Where the inputs are an image: its size, and the values of no ink and of full ink. */
  image?: { width: number; height: number; blank: number; full: number }
  make: (parameters: Values<P>, random: Random, file?: Uint8Array) => Rows
}

export const defineDataset = <const P extends Parameters>(dataset: Dataset<P>): Dataset =>
  dataset as unknown as Dataset

/** What is wrong with the bytes that were brought for a set or a file, or `undefined` when they are the right ones. */
export function fileComplaint(
  { file }: Pick<Dataset, 'file'>,
  bytes: Uint8Array | undefined,
): string | undefined {
  if (!file) return undefined
  if (!bytes) return `${file.path} has not been read`
  if (bytes.length !== file.bytes) return `${file.path}: found ${bytes.length} bytes, expected ${file.bytes}`
  const sum = bytes.reduce((total, byte) => total + byte, 0)
  return sum === file.sum ? undefined : `${file.path} holds other data than expected`
}
