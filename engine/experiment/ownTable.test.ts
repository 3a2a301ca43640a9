import { deflateRawSync, inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { datasetOf, readTable } from '../datasets/index.ts'
import { createRunner } from '../training/runner.ts'
import { fingerprint } from '../training/fingerprint.ts'
import { tables } from './experiments.fixture.ts'
import { networkOf } from './kinds.ts'
import { asBytes, asText, fromBase64url, packLimits, partsOf, toBase64url, unpacking } from './packed.ts'
import { parseExperiment } from './parse.ts'
import { issueText } from './reader.ts'
import { experimentToText, parseText } from './text.ts'

const flowers = {
  inputs: ['length', 'width'],
  target: 'kind',
  classes: ['rose', 'tulip'],
  rows: Array.from({ length: 40 }, (_, i) => [i / 10, (i * 7) % 5, i % 2]),
}
const of = (table: unknown, more = {}) => ({
  problem: { kind: 'network', data: { kind: 'table' }, ...(table !== undefined && { table }), ...more },
  steps: 30,
  runs: [{ optimizer: 'adam' }],
})
const parsed = (input: unknown) => {
  const result = parseExperiment(input)
  if (!result.ok) throw new Error(result.issues.map(issueText).join('\n'))
  return result.experiment
}
const issuesOf = (table: unknown, more = {}) => {
  const result = parseExperiment(of(table, more))
  return result.ok ? [] : result.issues.map(issueText)
}
const hash = (input: unknown) => {
  const runner = createRunner(parsed(input))
  runner.advance(30)
  return fingerprint(runner.traces)
}

describe('own rows in an experiment', () => {
  it('are trained on as any other data, and come back from JSON as the same experiment', () => {
    const experiment = parsed(of(flowers))
    expect(datasetOf(networkOf(experiment))).toMatchObject({
      task: 'two classes',
      inputs: ['length', 'width'],
    })
    const again = parsed(JSON.parse(JSON.stringify(experiment)))
    expect(again).toEqual(experiment)
    expect(hash(again)).toBe(hash(experiment))
    expect(hash(of({ ...flowers, rows: flowers.rows.with(3, [9, 9, 0]) }))).not.toBe(hash(experiment))
  })

  it('are what a pasted table says', () => {
    const read = readTable('a,b,y\n1,2,.5\n3,4,.25\n-0,1,2')
    expect(networkOf(parsed(of(read.ok && read.table))).table?.rows).toEqual([
      [1, 2, 0.5],
      [3, 4, 0.25],
      [0, 1, 2],
    ])
  })

  it('stay the same object through edits, and cannot be changed', () => {
    const { table } = networkOf(parsed(of(flowers)))
    expect(networkOf(parsed(of(table, { hidden: [3] }))).table).toBe(table)
    expect(Object.isFrozen(table?.rows[0])).toBe(true)
  })

  const wide = (columns: number) => ({
    ...flowers,
    inputs: Array.from({ length: columns }, (_, i) => `x${i}`),
    rows: [1, 0].map((target) => [...Array.from({ length: columns }, () => 1), target]),
  })
  it.each([
    [undefined, 'problem.table.inputs: found nothing, expected one name at least'],
    [
      { ...flowers, rows: flowers.rows.with(7, [1, NaN, 0]) },
      'problem.table.rows.7.1: found NaN, expected a number from -1000000000000000 to 1000000000000000',
    ],
    [
      { ...flowers, rows: flowers.rows.with(7, [1, 2, 2]) },
      'problem.table.rows.7.2: found 2, expected the number of a class, from 0 to 1',
    ],
    [
      { ...flowers, rows: flowers.rows.with(7, [1, 2]) },
      'problem.table.rows.7: found a list of 2, expected a list of 3 numbers',
    ],
    [
      { ...flowers, rows: flowers.rows.slice(0, 1) },
      'problem.table.rows: found a list of 1, expected at least two rows',
    ],
    [
      { ...flowers, rows: Array.from({ length: 5001 }, () => [1, 2, 0]) },
      'problem.table.rows: found a list of 5001, expected a list of at most 5000 rows',
    ],
    [wide(64), 'problem.table.inputs: found a list of 64, expected a list of at most 63 names'],
    [
      { ...flowers, classes: ['one'] },
      'problem.table.classes: found a list of 1, expected no classes, or at least two',
    ],
    [
      { ...flowers, target: 'a\nb' },
      'problem.table.target: found "a\\nb", expected a line of text of 1 to 60 characters',
    ],
    [
      {
        ...flowers,
        domain: [
          [1, 0],
          [0, 1],
        ],
      },
      'problem.table.domain.0: found a list of 2, expected two numbers, the lesser first',
    ],
    [
      { ...flowers, colour: 1 },
      'problem.table.colour: found an unknown field, expected one of inputs, target, classes, rows, domain',
    ],
  ])('and what is wrong with them is said where it stands (%#)', (table, message) => {
    expect(issuesOf(table)).toContain(message)
  })

  it('belong to a table only', () => {
    expect(issuesOf(flowers, { data: { kind: 'moons' } })).toEqual([
      'problem.table: found an object, expected nothing, as the data are moons',
    ])
  })

  it('may be as many as are promised', () => {
    const rows = Array.from({ length: 5000 }, (_, i) => [
      ...Array.from({ length: 63 }, (_, c) => i + c / 7),
      i % 2,
    ])
    expect(issuesOf({ ...wide(63), rows }, { hidden: [4] })).toEqual([])
  })
})

describe('own rows in a link', () => {
  const pack = (text: string) => {
    const { open, packable } = partsOf(text)
    return `${open}&z=${toBase64url(deflateRawSync(asBytes(packable)))}`
  }
  const unpack = (text: string) => {
    const found = unpacking(text)
    if (!found.bytes) throw new Error(found.issue ? issueText(found.issue) : 'nothing is packed')
    let inflated: Uint8Array | undefined
    try {
      inflated = inflateRawSync(found.bytes, { maxOutputLength: packLimits.text })
    } catch {
      inflated = undefined
    }
    const placed = found.place(inflated)
    if ('issue' in placed) throw new Error(issueText(placed.issue))
    return placed.text
  }

  it('come back as they were, packed or not, whatever their columns are called', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const experiment = parsed(of(table))
        const text = experimentToText(experiment)
        for (const link of [text, unpack(`https://lab.example/#${pack(text)}&at=3`)]) {
          const again = parseText(link)
          expect(again.ok && again.experiment).toEqual(experiment)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('are a third of their text and no more than a link holds, for a table of the size of iris', () => {
    const rows = Array.from({ length: 150 }, (_, i) => [
      5.1 + (i % 9) / 10,
      3.5,
      1.4 + (i % 7) / 10,
      0.2,
      i % 3,
    ])
    const text = experimentToText(
      parsed(of({ inputs: ['a', 'b', 'c', 'd'], target: 'y', classes: ['p', 'q', 'r'], rows })),
    )
    expect(pack(text).length).toBeLessThan(text.length / 3)
  })

  it('name the row that is wrong', () => {
    const text = experimentToText(parsed(of(flowers))).replace(/rows=0,0,0/, 'rows=0,x,0')
    const again = parseText(text)
    expect(again.ok ? [] : again.issues.map(issueText)).toEqual([
      'rows (row 1): found "x", expected a number from -1000000000000000 to 1000000000000000',
    ])
  })

  it.each([
    [
      'data=table&z=',
      'z: found text that is not packed, expected the whole of a packed text, as it was copied',
    ],
    [
      'data=table&z=a*b',
      'z: found text that is not packed, expected the whole of a packed text, as it was copied',
    ],
    ['data=table&z=abcd', /^z: found text that cannot be unpacked to at most 65536 characters/],
    [`data=table&z=${'a'.repeat(20_000)}`, 'z: found 20000 characters, expected at most 16384'],
    [
      `z=${toBase64url(deflateRawSync(new Uint8Array(9_000_000)))}`,
      /^z: found text that cannot be unpacked to at most 65536/,
    ],
  ])('and %.20s is told as: %s', (text, message) => {
    expect(() => unpack(text)).toThrow(message)
  })

  it('use the alphabet of RFC 4648, section 5', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
        expect(fromBase64url(toBase64url(bytes))).toEqual(bytes)
      }),
    )
    expect(asText(asBytes('a=1&b=%20'))).toBe('a=1&b=%20')
  })
})
