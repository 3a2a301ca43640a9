/** A row that is not empty, and its place in the file, from 1 as a spreadsheet counts. */
export interface Row {
  row: number
  cells: string[]
}
export interface Cells {
  rows: Row[]
  separator: Separator
  /** The row in which a quote opens that nothing closes. */
  unclosed?: number
}
export type Separator = '\t' | ';' | ','

/**
 * Of the first line that is not empty: a tab wherever there is one, else a semicolon, else a comma, none of them
 * inside quotes. So commas may be decimal marks beside the first two.
 */
function separatorOf(text: string): Separator {
  const line = /\S[^\r\n]*/.exec(text)?.[0] ?? ''
  const bare = line.replace(/"[^"]*"/g, '')
  return bare.includes('\t') ? '\t' : bare.includes(';') ? ';' : ','
}

/**
 * Reads CSV (RFC 4180), TSV or semicolons: quoted cells may hold separators, line ends and doubled quotes; lines end
 * in LF, CRLF or CR; blanks around a cell are dropped, and so are rows of empty cells. Reads on whatever it meets, to
 * the end or to `limit` rows, and never throws.
 */
export function readCells(text: string, limit: number): Cells {
  const separator = separatorOf(text)
  const blanks = separator === '\t' ? [' '] : [' ', '\t']
  const cells: Cells = { rows: [], separator }
  let at = text.startsWith('\uFEFF') ? 1 : 0
  let row = 0

  /** One cell from `at`, which then stands at what ended it. */
  const cell = (): string => {
    while (blanks.includes(text[at])) at++
    let quoted = ''
    if (text[at] === '"') {
      for (;;) {
        const end = text.indexOf('"', at + 1)
        quoted += text.slice(at + 1, end < 0 ? text.length : end)
        at = end < 0 ? text.length : end + 1
        if (end < 0) cells.unclosed ??= row
        if (text[at] !== '"') break
        quoted += '"'
      }
    }
    const start = at
    while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++
    return quoted + text.slice(start, at).trim()
  }

  while (at < text.length && cells.rows.length < limit) {
    row++
    const found = [cell()]
    while (text[at] === separator) {
      at++
      found.push(cell())
    }
    if (found.some((one) => one !== '')) cells.rows.push({ row, cells: found })
    at += text.startsWith('\r\n', at) ? 2 : 1
  }
  return cells
}

/** Far larger values would leave no room for their squares. */
export const LARGEST = 1e15

/** The number in a cell, NaN for anything else. A comma is a decimal mark where it does not separate cells. */
export function readNumber(cell: string, separator: Separator): number {
  const text = separator === ',' ? cell : cell.replace(',', '.')
  return /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN
}
