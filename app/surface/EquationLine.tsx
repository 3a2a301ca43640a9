import equations from 'virtual:formulas/equations'
import { Fragment } from 'react'
import type { Moment, Wash } from '../../engine/optimizer.ts'
import { addFormulas, Formula } from '../drawing/Formula.tsx'
import { setText } from '../drawing/setText.ts'
import { useLab, useLabState } from '../lab/context.tsx'
import type { Column, Reader, TermColumn } from './equationColumns.ts'
import { dash } from './operand.ts'

addFormulas(equations)

const washNames: Readonly<Record<Wash, string>> = {
  g: 'gradient',
  m: 'first moment',
  v: 'second moment',
  s: 'effective step',
  u: 'update',
}

/** One equation: symbols on top, under them a row of numbers for each coordinate. */
export function EquationLine({
  line,
  columns,
  coordinates,
  isLast,
}: {
  line: number
  columns: readonly Column[]
  /** As TeX. */
  coordinates: readonly string[]
  isLast: boolean
}) {
  return (
    <div
      className={isLast ? 'line step-line' : 'line'}
      style={{ gridTemplateColumns: `auto repeat(${columns.length}, auto)` }}
    >
      <span />
      {columns.map((column, c) => (
        // oxlint-disable-next-line react/no-array-index-key
        <Head key={c} column={column} />
      ))}
      {coordinates.map((tex, i) => (
        <Fragment key={tex}>
          <span className="coordinate">
            <Formula tex={tex} />
          </span>
          {columns.map((column, c) =>
            column.kind === 'operator' ? (
              // oxlint-disable-next-line react/no-array-index-key
              <span key={c} className="operator" aria-hidden="true">
                {column.text}
              </span>
            ) : (
              // oxlint-disable-next-line react/no-array-index-key
              <Cell key={c} column={column} slot={`${line}.${c}.${i}`} isEnd={i === coordinates.length - 1} />
            ),
          )}
        </Fragment>
      ))}
    </div>
  )
}

const washClass = ({ term }: TermColumn) => (term.wash ? ` wash-${term.wash}` : '')

/** A washed symbol picks its quantity out, here and in the panels; a press keeps it so. */
function useWashHandlers(wash: Wash | undefined) {
  const lab = useLab()
  if (!wash) return {}
  return {
    onPointerEnter: () => lab.setState({ hovered: wash }),
    onPointerLeave: () => lab.setState({ hovered: undefined }),
    onClick: () => lab.setView({ pinned: lab.getState().pinned === wash ? undefined : wash }),
  }
}

function Head({ column }: { column: Column }) {
  const lab = useLab()
  const wash = column.kind === 'term' ? column.term.wash : undefined
  const handlers = useWashHandlers(wash)
  const isPinned = useLabState((state) => wash !== undefined && state.pinned === wash)
  if (column.kind === 'operator') return <span className="operator">{column.text}</span>
  const { term } = column
  if (!wash) {
    return (
      <span className="head">
        <Formula tex={term.tex} />
      </span>
    )
  }
  return (
    <button
      type="button"
      className={`head${washClass(column)}`}
      aria-pressed={isPinned}
      title={`${washNames[wash]}: press to keep it in view`}
      onFocus={() => lab.setState({ hovered: wash })}
      onBlur={() => lab.setState({ hovered: undefined })}
      {...handlers}
    >
      <Formula tex={term.tex} />
    </button>
  )
}

function Cell({ column, slot, isEnd }: { column: TermColumn; slot: string; isEnd: boolean }) {
  const { term, isConstant, inBrackets } = column
  const handlers = useWashHandlers(term.wash)
  const size = isConstant ? 'constant' : (term.form ?? (inBrackets ? 'plain brackets' : 'plain'))
  return (
    <span className={`cell ${size}${isEnd ? ' end' : ''}${washClass(column)}`} {...handlers}>
      <Numbers column={column} slot={slot} />
    </span>
  )
}

function Numbers({ column: { term, value, over }, slot }: { column: TermColumn; slot: string }) {
  if (!value) return null
  const number = <Slot name={`${slot}.value`} />
  switch (term.form) {
    case 'square':
      return (
        <>
          {number}
          <sup>2</sup>
        </>
      )
    case 'root':
      return <Root>{number}</Root>
    case 'over':
    case 'overRoot':
      return (
        <span className="fraction">
          <span>{over && <Slot name={`${slot}.over`} />}</span>
          <span>{term.form === 'over' ? number : <Root>{number}</Root>}</span>
        </span>
      )
    case 'plain':
    case undefined:
      return number
  }
}

const Root = ({ children }: { children: React.ReactNode }) => (
  <span className="root">
    √<span>{children}</span>
  </span>
)

/** Where a number is written, frame by frame: what stands before its exponent, the exponent, a closing bracket. */
const Slot = ({ name }: { name: string }) => (
  <span className="slot" data-slot={name}>
    <span />
    <sup />
    <span />
  </span>
)

/** Writes the numbers of a moment into the slots; a dash into each where there is no moment. */
export function fillNumbers(
  sheet: HTMLElement,
  lines: readonly Column[][],
  moment: Moment | undefined,
): void {
  for (const slot of sheet.querySelectorAll<HTMLElement>('[data-slot]')) {
    const [line, c, i, what] = slot.dataset.slot!.split('.')
    const column = lines[Number(line)]?.[Number(c)]
    if (column?.kind !== 'term') continue
    const read: Reader | undefined = what === 'over' ? column.over : column.value
    const number = moment && read ? read(moment, Number(i)) : dash
    const isNegative = column.inBrackets && number.base.startsWith('−')
    // The square of a power of ten is not to be read as part of its exponent.
    const isPower = column.term.form === 'square' && number.exponent !== undefined
    const inBrackets = what === 'value' && (isNegative || isPower)
    const texts = [(inBrackets ? '(' : '') + number.base, number.exponent ?? '', inBrackets ? ')' : '']
    for (const [n, text] of texts.entries()) setText(slot.children[n], text)
  }
}
