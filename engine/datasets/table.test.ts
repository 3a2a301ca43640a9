import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaults } from '../parameters.ts'
import { Random } from '../random.ts'
import { datasetOf, datasets, prepare, readTable, type Table, tableBounds } from './index.ts'
import { fileOf } from './datasets.fixture.ts'

const good = (text: string, options = {}) => {
  const read = readTable(text, options)
  if (!read.ok) throw new Error(read.issues.join('\n'))
  return read.table
}
const issues = (text: string, options = {}) => {
  const read = readTable(text, options)
  return read.ok ? [] : read.issues
}
const setOf = (table: Table) => datasetOf({ data: { kind: 'table' }, table })
/** Inputs row by row, and targets. */
const valuesOf = (table: Table) => setOf(table).make({}, new Random(1, 'data'))
const asText = (bytes: Uint8Array = new Uint8Array()) => new TextDecoder().decode(bytes)

describe('reading a table', () => {
  it('takes commas, semicolons and tabs, decimal commas beside the last two, and any end of line', () => {
    const wanted = [1.5, -2, 0.25, 4e3]
    for (const text of [
      'a,b,y\n1.5,-2,10\n.25,4e3,11\n1,2,12',
      'a;b;y\r\n1,5;-2;10\r\n0,25;4e3;11\r\n1;2;12\r\n',
      'a\tb\ty\r1,5\t-2\t10\r0.25\t4000\t11\r1\t2\t12',
      '\uFEFF"a","b","y"\n "1.5" , -2 ,"10"\n+0.25,4000,11\n1.,2,12\n',
      '\n\na,b,y\n\n1.5,-2,10\n  \n.25,4e3,11\n,,\n1,2,12\n\n',
      '1.5,-2,10\n.25,4e3,11\n1,2,12',
    ]) {
      const table = good(text)
      const { x, y } = valuesOf(table)
      expect(Array.from(x.subarray(0, 4))).toEqual(wanted)
      expect([...y]).toEqual([10, 11, 12])
      expect(setOf(table).task).toBe('regression')
    }
  })

  it('knows a header, and names columns without one', () => {
    expect(good('height,,y\n1,2,3\n4,5,6\n7,8,9')).toMatchObject({
      inputs: ['height', 'column 2'],
      target: 'y',
    })
    expect(good('1,2,a\n4,5,b')).toMatchObject({ inputs: ['column 1', 'column 2'], target: 'column 3' })
  })

  it('takes quoted separators, quotes and line ends as text', () => {
    const { inputs, classes } = good('"a, ""b""\nc",y\n1,"x;\ty"\n2,"z"\n')
    expect(inputs).toEqual(['a, "b" c'])
    expect(classes).toEqual(['x; y', 'z'])
  })

  it('reads texts and pairs of numbers as classes, other numbers as numbers, and what it is told to', () => {
    expect(good('1,b\n2,a\n3,b')).toMatchObject({
      classes: ['a', 'b'],
      rows: [
        [1, 1],
        [2, 0],
        [3, 1],
      ],
    })
    expect(good('1,1\n2,-1\n3,1')).toMatchObject({ classes: ['-1', '1'] })
    expect(good('1,1\n2,-1\n3,1', { kind: 'numbers' }).classes).toEqual([])
    expect(good('1,10\n2,9\n3,1').classes).toEqual([])
    expect(good('1,10\n2,9\n3,1', { kind: 'classes' }).classes).toEqual(['1', '9', '10'])
  })

  it('predicts the column it is told to', () => {
    const text = 'kind,a,b\nx,1,2\ny,3,4'
    const rows = [
      [1, 2, 0],
      [3, 4, 1],
    ]
    const wanted = { inputs: ['a', 'b'], target: 'kind', rows }
    expect(good(text, { target: 'kind' })).toMatchObject(wanted)
    expect(good(text, { target: 0 })).toMatchObject(wanted)
    for (const target of ['colour', 3, -1, 0.5, NaN])
      expect(issues(text, { target })[0]).toMatch(/^found no column .* to predict/)
  })

  it('names a bad cell by its row and column, as a spreadsheet counts', () => {
    const rows = [
      'sepal length,sepal width,petal width,species',
      '',
      ...Array.from({ length: 9 }, () => '1,2,3,x'),
      '1,2,4,y',
    ]
    rows[6] = '1,2,abc,x'
    rows[8] = '1,2,,x'
    rows[9] = '1,2,3'
    rows[10] = '1,2,1e99,'
    expect(issues(rows.join('\n'))).toEqual([
      'row 7, column 3 (petal width): found "abc", expected a number',
      'row 9, column 3 (petal width): found an empty cell, expected a number',
      'row 10: found 3 cells, expected 4',
      'row 11, column 3 (petal width): found "1e99", expected a number of at most 1000000000000000 in size',
      'row 11, column 4 (species): found an empty cell, expected a class',
    ])
  })

  it('takes a target mostly of numbers for numbers, and names the others', () => {
    const lines = Array.from({ length: 30 }, (_, i) => `${i},${i === 6 ? 'oops' : i}`)
    expect(issues(lines.join('\n'))).toEqual(['row 7, column 2: found "oops", expected a number'])
  })

  it('says what is wrong with the whole', () => {
    const lines = (n: number, line: string) => Array.from({ length: n }, () => line).join('\n')
    expect(issues('')).toEqual(['found no rows'])
    expect(issues(' \n\r\n;;')).toEqual(['found no rows'])
    expect(issues('a,b')).toEqual(['found 0 rows of data, expected at least 2'])
    expect(issues('1\n2\n3')[0]).toMatch(/^found one column/)
    expect(issues('1,2\n"3,4\n5,6')).toEqual(['row 2: a quote opens that is never closed'])
    expect(issues(lines(5001, '1,2'))).toEqual(['found more than 5000 rows of data'])
    expect(good(`a,b\n${lines(4999, '1,2')}\n3,4`).rows).toHaveLength(5000)
    expect(issues(lines(3, '1,'.repeat(64) + '1'))).toEqual(['found 65 columns, expected at most 64'])
    expect(issues(' '.repeat(tableBounds.characters + 1))[0]).toMatch(/characters, expected at most/)
    expect(issues(lines(3, '1,x'))).toEqual([
      'column 2 (column 2): found one class only, expected at least two',
    ])
    expect(issues(Array.from({ length: 11 }, (_, i) => `1,c${i}`).join('\n'))[0]).toMatch(
      /^column 2 .* at most 10 classes/,
    )
    const many = issues(`a,b,c\n${lines(5000, 'x,y,0')}`)
    expect(many).toHaveLength(21)
    expect(many[20]).toBe('and 9980 more')
  })

  it('reads the real sets as they are published', () => {
    const iris = good(asText(fileOf(datasets.iris)))
    expect(iris.classes).toEqual(datasets.iris.classes)
    expect(valuesOf(iris).x).toEqual(
      datasets.iris.make({ count: 150 }, new Random(1, 'data'), fileOf(datasets.iris)).x,
    )
    expect(issues(asText(fileOf(datasets.penguins)))[0]).toMatch(
      /^row 2, column 1 \(species\): found "Adelie"/,
    )
  })
})

describe('hostile text', () => {
  const pieces = fc.constantFrom(
    ',',
    ';',
    '\t',
    '\n',
    '\r\n',
    '\r',
    '"',
    '""',
    '1',
    '2.5',
    '-3',
    '1e400',
    'a',
    '',
    ' ',
    '\uFEFF',
    '\0',
    'NaN',
    '0x1',
    '__proto__',
  )
  const mixed = fc.array(pieces, { maxLength: 60 }).map((all) => all.join(''))
  /** Nearly good: rows of equal length, of cells that are mostly numbers. */
  const cell = fc.oneof(
    { weight: 30, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }).map(String) },
    { weight: 1, arbitrary: pieces },
  )
  const nearly = fc
    .tuple(
      fc.array(fc.tuple(cell, cell, fc.constantFrom('a', 'b', '0')), { maxLength: 8 }),
      fc.constantFrom(',', ';', '\t'),
    )
    .map(([rows, separator]) => rows.map((row) => row.join(separator)).join('\n'))
  const check = (text: string, options = {}) => {
    const read = readTable(text, options)
    if (read.ok) {
      const { inputs, classes } = read.table
      const { x, y } = valuesOf(read.table)
      expect(x.length).toBe(y.length * inputs.length)
      expect([...x, ...y].every(Number.isFinite)).toBe(true)
      expect(classes.length === 0 || Math.max(...y) === classes.length - 1).toBe(true)
    } else {
      expect(read.issues.length).toBeGreaterThan(0)
      expect(Math.max(...read.issues.map(({ length }) => length))).toBeLessThan(100 + 2 * text.length)
    }
    return read.ok
  }

  it('never throws, and never lets a number through that is none', () => {
    let taken = 0
    fc.assert(
      fc.property(fc.oneof(mixed, nearly), (text) => void (taken += check(text) ? 1 : 0)),
      { numRuns: 6000 },
    )
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void check(text)),
      { numRuns: 4000 },
    )
    expect(taken).toBeGreaterThan(500)
  }, 60_000)

  it('never throws whatever it is told to predict', { timeout: 60_000 }, () => {
    const options = fc.record(
      {
        target: fc.oneof(fc.integer(), fc.string(), fc.double()),
        kind: fc.constantFrom('numbers', 'classes'),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(mixed, options, (text, choice) => void check(text, choice)),
      { numRuns: 2000 },
    )
  })

  it('takes no longer than its length', () => {
    for (const piece of ['"', '""', '"a', ',', '\n', '1', '"\n', ' ', '1,2\n', ';;\r'])
      expect(readTable(piece.repeat(tableBounds.characters / 10 / piece.length))).toBeDefined()
  }, 60_000)
})

describe('a table as a data set', () => {
  const table = good(
    `a,b,y\n${Array.from({ length: 40 }, (_, i) => `${100 + i},${i * i},${i % 2 ? 'odd' : 'even'}`).join('\n')}`,
  )
  const ready = (of: Table) => {
    const dataset = setOf(of)
    return prepare(
      {
        dataset,
        parameters: defaults(dataset.parameters),
        features: ['x1', 'x2'],
        validation: 0.25,
        test: 0.25,
        labelNoise: 0,
      },
      1,
    )
  }

  it('is standardised, and has a map where it has two inputs', () => {
    const { train, domain, classes, outputs } = ready(table)
    expect(train.count).toBe(20)
    expect(Math.max(...train.x.map(Math.abs))).toBeLessThan(4)
    expect(domain).toHaveLength(2)
    expect([classes, outputs]).toEqual([['even', 'odd'], 1])
  })

  it('stays where it was drawn, on the map on which it was drawn', () => {
    const map = [
      [-1.5, 1.5],
      [-1.5, 1.5],
    ] as const
    const { train, domain } = ready({ ...table, domain: map })
    expect(domain).toEqual(map)
    expect(Math.min(...train.x.filter((_, i) => i % 2 === 0))).toBeGreaterThanOrEqual(100)
  })

  it('may be as small as two rows', () => {
    const { train, test } = ready(good('1,a\n2,b'))
    expect([train.count, test.count]).toEqual([2, 0])
  })
})
