import { type Table, tableBounds } from '../datasets/index.ts'
import type { Range } from '../dataset.ts'
import { number } from '../parameters.ts'
import { isSettled, settle } from './plain.ts'
import { type Reader, readFields, readList, readNumber } from './reader.ts'

/** Far larger values would leave no room for their squares. */
const value = number('x', 'value', 0, [-1e15, 1e15])
const MOST_CLASSES = 10

function readNames(reader: Reader, limit: number, things: string): string[] {
  return readList(reader, limit, things, readName)
}

function readName(reader: Reader): string {
  const { value: name } = reader
  const isClean = typeof name === 'string' && !/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u.test(name)
  if (isClean && name.length >= 1 && name.length <= tableBounds.name) return name
  reader.fail(`a line of text of 1 to ${tableBounds.name} characters`)
  return ''
}

const isNumber = (one: unknown): one is number => typeof one === 'number' && Math.abs(one) <= value.max

function readRow(reader: Reader, width: number, classes: number): number[] {
  const { value: row } = reader
  if (!Array.isArray(row) || row.length !== width) {
    reader.fail(`a list of ${width} numbers`)
    return []
  }
  const isClass = (one: unknown) => Number.isInteger(one) && (one as number) >= 0 && (one as number) < classes
  row.forEach((one, i) => {
    if (i === width - 1 && classes > 0) {
      if (!isClass(one)) reader.at(i).fail(`the number of a class, from 0 to ${classes - 1}`)
    } else if (!isNumber(one)) reader.at(i).fail(`a number from ${value.min} to ${value.max}`)
  })
  return row.map((one) => (one as number) + 0)
}

function readDomain(reader: Reader, inputs: number): Range[] {
  const ends = readList(reader, inputs, 'ranges', (range) => {
    const [low, high] = [range.at(0), range.at(1)].map((end) => readNumber(end, value))
    if (!Array.isArray(range.value) || range.value.length !== 2 || !(low < high))
      range.fail('two numbers, the lesser first')
    return [low, high] as const
  })
  if (inputs > 2 || ends.length !== inputs) reader.fail('a range for each of one or two inputs')
  return ends
}

/** A person's own rows. What has been read once is frozen, and known from then on. */
export function readOwnTable(reader: Reader): Table | undefined {
  if (isSettled(reader.value)) return reader.value as unknown as Table
  const at = readFields(reader, ['inputs', 'target', 'classes', 'rows', 'domain'])
  const inputs = readNames(at('inputs'), tableBounds.columns - 1, 'names')
  if (inputs.length === 0) at('inputs').fail('one name at least')
  const target = readName(at('target'))
  const classes = readNames(at('classes'), MOST_CLASSES, 'names')
  if (classes.length === 1) at('classes').fail('no classes, or at least two')
  const rows = readList(at('rows'), tableBounds.rows, 'rows', (row) =>
    readRow(row, inputs.length + 1, classes.length),
  )
  if (rows.length < 2) at('rows').fail('at least two rows')
  const domain = at('domain').value === undefined ? {} : { domain: readDomain(at('domain'), inputs.length) }
  return settle({ inputs, target, classes, rows, ...domain })
}
