import { LARGEST, readCells, readNumber, type Row, type Separator } from './cells.ts'
import type { Table } from '../table.ts'
import { type Kind, kindOf, readTarget } from './target.ts'

export interface TableOptions {
  /** Index or name of the column to predict; the last if left out. */
  target?: number | string
  /** What the target holds, where its look does not tell it as wanted. */
  kind?: Kind
}

export type TableRead = { ok: true; table: Table } | { ok: false; issues: string[] }

export const tableBounds = { rows: 5000, columns: 64, name: 60, characters: 4_000_000 } as const
/** So many issues are said one by one. */
const MOST_ISSUES = 20

/** What the cells are and what stands at the head of each column; nothing there yet is known to be a number. */
interface Sheet {
  rows: readonly Row[]
  separator: Separator
  names: readonly string[]
  target: number
}

/** Text without control characters, halves of characters and marks that turn the direction of what follows. */
const lineOf = (text: string) => text.replace(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]+/gu, ' ').trim()

/** A name as it can be shown: one line of a bounded length. */
function nameOf(text: string): string {
  const line = lineOf(text) || 'unnamed'
  const { name } = tableBounds
  return line.length > name ? `${line.slice(0, name - 1).replace(/\p{Cs}$/u, '')}…` : line
}

const quote = (text: string) => `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`

/** The first row is a header when none of its cells is a number. */
function readSheet(text: string, target: TableOptions['target']): Sheet | string {
  const { rows: mostRows, columns: mostColumns, characters } = tableBounds
  if (text.length > characters) return `found ${text.length} characters, expected at most ${characters}`
  // One for the header, and one to know that there are too many.
  const { rows, separator, unclosed } = readCells(text, mostRows + 2)
  if (unclosed !== undefined) return `row ${unclosed}: a quote opens that is never closed`
  if (rows.length === 0) return 'found no rows'

  const first = rows[0].cells
  const isHeader = first.every((cell) => Number.isNaN(readNumber(cell, separator)))
  const body = isHeader ? rows.slice(1) : rows
  if (first.length < 2)
    return 'found one column, expected inputs and a target with commas, semicolons or tabs between'
  if (first.length > mostColumns) return `found ${first.length} columns, expected at most ${mostColumns}`
  if (body.length < 2) return `found ${body.length} rows of data, expected at least 2`
  if (body.length > mostRows) return `found more than ${mostRows} rows of data`

  const names = first.map((cell, c) => (isHeader && cell !== '' ? cell : `column ${c + 1}`))
  const column = typeof target === 'string' ? names.indexOf(target) : (target ?? names.length - 1)
  if (names[column] === undefined)
    return `found no column ${typeof target === 'string' ? quote(target) : target} to predict`
  return { rows: body, separator, names, target: column }
}

/** The names of the columns and the first rows as they stand; nothing where there is no table at all. */
export function previewTable(
  text: string,
  most: number,
): { names: readonly string[]; rows: readonly (readonly string[])[] } | undefined {
  const sheet = readSheet(text, undefined)
  if (typeof sheet === 'string') return undefined
  const { names, rows } = sheet
  return { names: names.map(nameOf), rows: rows.slice(0, most).map(({ cells }) => cells.map(lineOf)) }
}

/** Every bad row and cell, up to a number that can be read. */
function complaints({ rows, separator, names, target }: Sheet, kind: Kind): string[] {
  const issues: string[] = []
  let more = 0
  const complain = (issue: string) => {
    if (issues.length < MOST_ISSUES) issues.push(issue)
    else more++
  }
  for (const { row, cells } of rows) {
    if (cells.length !== names.length) {
      complain(`row ${row}: found ${cells.length} cells, expected ${names.length}`)
      continue
    }
    cells.forEach((cell, c) => {
      const isClass = c === target && kind === 'classes'
      const value = readNumber(cell, separator)
      if (isClass ? cell !== '' : value >= -LARGEST && value <= LARGEST) return
      const name = names[c] === `column ${c + 1}` ? '' : ` (${names[c]})`
      const found = cell === '' ? 'an empty cell' : quote(cell)
      const size = Number.isNaN(value) ? '' : ` of at most ${LARGEST} in size`
      const expected = isClass ? 'a class' : `a number${size}`
      complain(`row ${row}, column ${c + 1}${name}: found ${found}, expected ${expected}`)
    })
  }
  return more > 0 ? [...issues, `and ${more} more`] : issues
}

/**
 * Reads pasted or dropped rows, of which every column but one is an input: commas, semicolons or tabs, with or without a header. Every problem is named by the
 * row and column at which it stands, as a spreadsheet counts; never throws, and never guesses a cell.
 */
export function readTable(text: string, options: TableOptions = {}): TableRead {
  const sheet = readSheet(text, options.target)
  if (typeof sheet === 'string') return { ok: false, issues: [sheet] }
  const { rows, separator, names, target } = sheet
  const column = rows.map(({ cells }) => cells[target] ?? '')
  const kind = options.kind ?? kindOf(column, separator)
  const issues = complaints(sheet, kind)
  if (issues.length > 0) return { ok: false, issues }
  const read = readTarget(column, separator, kind)
  if (typeof read === 'string')
    return { ok: false, issues: [`column ${target + 1} (${names[target]}): ${read}`] }
  const inputs = <T>(row: readonly T[]) => row.filter((_, c) => c !== target)
  const table: Table = {
    inputs: inputs(names).map(nameOf),
    target: nameOf(names[target]),
    classes: read.classes.map(nameOf),
    // 0 is added to make a 0 of −0, as JSON holds it.
    rows: rows.map(({ cells }, i) => [
      ...inputs(cells).map((cell) => readNumber(cell, separator) + 0),
      read.values[i] + 0,
    ]),
  }
  return { ok: true, table }
}
