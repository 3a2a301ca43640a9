import { readNumber, type Separator } from './cells.ts'

/** What a column holds: numbers to be met, or names of classes. */
export type Kind = 'numbers' | 'classes'

/** What is to be predicted of each row. */
interface Target {
  /** A number for each row, or its class's index. */
  values: readonly number[]
  classes: readonly string[]
}

export const MOST_CLASSES = 10

/**
 * Texts are classes and numbers are numbers. But of two numbers only, such as 0 and 1, nobody wants a curve; and a
 * column mostly of numbers, with more texts than there may be classes, is one of numbers with mistakes in it.
 */
export function kindOf(column: readonly string[], separator: Separator): Kind {
  const numbers = column.filter((cell) => !Number.isNaN(readNumber(cell, separator))).length
  const different = new Set(column).size
  if (numbers === column.length) return different === 2 ? 'classes' : 'numbers'
  return different > MOST_CLASSES && 2 * numbers > column.length ? 'numbers' : 'classes'
}

/** In the order of their numbers, else of their letters, so that the order of rows does not matter. */
const inOrder = (column: readonly string[], separator: Separator): string[] =>
  [...new Set(column)].sort(
    (a, b) => readNumber(a, separator) - readNumber(b, separator) || (a < b ? -1 : a > b ? 1 : 0),
  )

/** The column's targets, or a complaint about it as a whole. */
export function readTarget(column: readonly string[], separator: Separator, kind: Kind): Target | string {
  if (kind === 'numbers') {
    return { values: column.map((cell) => readNumber(cell, separator)), classes: [] }
  }
  const classes = inOrder(column, separator)
  if (classes.length < 2) return 'found one class only, expected at least two'
  if (classes.length > MOST_CLASSES)
    return `found ${classes.length} different values, expected numbers or at most ${MOST_CLASSES} classes`
  const index = new Map(classes.map((name, i) => [name, i]))
  return { values: column.map((cell) => index.get(cell) ?? 0), classes }
}
