import type { EquationLine, Moment, Term } from '../../engine/optimizer.ts'
import type { NumberText } from '../drawing/format.ts'
import { constant, operand } from './operand.ts'

export type Reader = (at: Moment, i: number) => NumberText

export interface Operator {
  kind: 'operator'
  text: string
}
export interface TermColumn {
  kind: 'term'
  term: Term
  /** The number under the symbol; none where the symbol has none. */
  value: Reader | undefined
  over: Reader | undefined
  /** One number for all coordinates. */
  isConstant: boolean
  /** A negative number stands in brackets after an operator: 0.1 · (−0.7). */
  inBrackets: boolean
}
export type Column = Operator | TermColumn

/** An operator as plain text: `= -` as = −, `\operatorname{clip}(` as clip(. */
const operatorText = (tex: string): string =>
  tex
    .replace(/\\operatorname\{(\w+)\}/g, '$1')
    .replace(/\\cdot/g, '·')
    .replace(/\\[;,]/g, '')
    .replace(/\\/g, '')
    .replaceAll('-', '−')

type Read = NonNullable<Term['value']>

/** A function that does not ask for the coordinate is the same in all. */
const isShared = (read: Read) => read.length < 2
const reader =
  (read: Read): Reader =>
  (at, i) =>
    (isShared(read) ? constant : operand)(read(at, i))

export function columnsOf(line: EquationLine): Column[] {
  let last = ''
  return line.map((piece): Column => {
    if (typeof piece === 'string') {
      last = piece
      return { kind: 'operator', text: operatorText(piece) }
    }
    const { value, over } = piece
    return {
      kind: 'term',
      term: piece,
      value: value && reader(value),
      over: over && reader(over),
      isConstant: value !== undefined && isShared(value) && over === undefined,
      inBrackets: piece.form === 'square' || (last !== '' && !/(^=|\(|,\\;)$/.test(last)),
    }
  })
}
