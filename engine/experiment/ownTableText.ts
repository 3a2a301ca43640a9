import type { Table } from '../datasets/index.ts'
import type { TextSource } from './textSource.ts'
import { readNumberText, writeNumber } from './textValues.ts'

/** Keys of a person's own rows in a link. They are many characters: what shares links packs them. */
export const tableKeys: readonly string[] = ['columns', 'classes', 'area', 'rows']

const writeNames = (names: readonly string[]) =>
  names.map((name) => name.replace(/[%,]/g, encodeURIComponent)).join(',')
const readNames = (text: string) =>
  text.split(',').map((name) => name.replaceAll('%2C', ',').replaceAll('%25', '%'))

/** `columns=height,width,kind&classes=cat,dog&rows=31,12.5,0/28,11,1`; `area` is the map that points were drawn on. */
export function writeTable({ inputs, target, classes, domain, rows }: Table): [string, string][] {
  return [
    ['columns', writeNames([...inputs, target])],
    ...(classes.length > 0 ? [['classes', writeNames(classes)] satisfies [string, string]] : []),
    ...(domain ? [['area', domain.flat().map(writeNumber).join(',')] satisfies [string, string]] : []),
    ['rows', rows.map((row) => row.map(writeNumber).join(',')).join('/')],
  ]
}

/** What `writeTable` writes, as input for the parser. */
export function readTableText(source: TextSource): unknown {
  const take = (name: string, key: string) => source.take(`problem.table.${name}`, key)
  const columns = take('inputs', 'columns')
  const classes = take('classes', 'classes')
  const area = take('domain', 'area')
  const rows = take('rows', 'rows')?.split('/')
  source.blame('problem.table', 'columns')
  source.blame('problem.table.target', 'columns')
  rows?.forEach((_, i) => source.blame(`problem.table.rows.${i}`, `rows (row ${i + 1})`))
  const names = columns === undefined ? [] : readNames(columns)
  const ends = area?.split(',').map(readNumberText)
  return {
    inputs: names.slice(0, -1),
    target: names.at(-1),
    classes: classes === undefined ? [] : readNames(classes),
    ...(ends && { domain: ends.flatMap((_, i) => (i % 2 === 0 ? [ends.slice(i, i + 2)] : [])) }),
    rows: rows?.map((row) => row.split(',').map(readNumberText)),
  }
}
