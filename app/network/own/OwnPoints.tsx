import { useId, useState } from 'react'
import type { Table } from '../../../engine/datasets/index.ts'
import { networkOf } from '../../../engine/experiment/kinds.ts'
import { parseNumber } from '../../drawing/format.ts'
import { useLab, useLabState } from '../../lab/context.tsx'
import { setTable } from '../networkEdits.ts'
import { useOwn } from './context.tsx'
import { MOST_CLASSES, startTable, withoutNearest, withPoint } from './points.ts'

/** What points are drawn with, and the way to draw them without a pointer. */
export function OwnPoints() {
  const lab = useLab()
  const { pen, take, show } = useOwn()
  const table = useLabState(({ experiment }) => networkOf(experiment).table)
  const group = useId()
  if (!table?.domain) return null
  const { classes } = table
  const set = (next: Table) => lab.edit(setTable(next))
  return (
    <section className="own" aria-label="Your own points">
      <div className="own-points">
        <fieldset>
          <legend className="unseen">A press on a map puts a point</legend>
          {classes.map((name, label) => (
            // Classes are known by their places.
            // oxlint-disable-next-line react/no-array-index-key
            <label key={label}>
              <input
                type="radio"
                name={group}
                checked={!pen.erases && pen.label === label}
                onChange={() => take({ label, erases: false })}
              />
              {classes.length === 2 && <span aria-hidden="true">{label === 0 ? '●' : '○'}</span>}
              class {name}
            </label>
          ))}
          <label>
            <input
              type="radio"
              name={group}
              checked={pen.erases}
              onChange={() => take({ ...pen, erases: true })}
            />
            eraser
          </label>
        </fieldset>
        {classes.length < MOST_CLASSES && (
          <button
            type="button"
            className="link"
            onClick={() => {
              set({ ...table, classes: [...classes, String(classes.length + 1)] })
              take({ label: classes.length, erases: false })
            }}
          >
            One more class
          </button>
        )}
        <PlaceForm table={table} onChange={set} />
        <button type="button" className="link" onClick={() => set(startTable(classes))}>
          Clear
        </button>
        <button type="button" className="link" onClick={() => show(undefined)}>
          Done
        </button>
        <span className="caption">{table.rows.length} points; Alt or a long press takes one away</span>
      </div>
    </section>
  )
}

/** A point by its numbers. */
function PlaceForm({ table, onChange }: { table: Table; onChange: (table: Table) => void }) {
  const { pen } = useOwn()
  const [x, setX] = useState('0')
  const [y, setY] = useState('0')
  const [a, b] = [x, y].map((text) => parseNumber(text))
  const isPlace = a !== undefined && b !== undefined
  const wrong =
    a === undefined ? { name: 'x₁', text: x } : b === undefined ? { name: 'x₂', text: y } : undefined
  const field = (name: string, value: string, set: (text: string) => void) => (
    <label>
      <i className="symbol">x</i>
      <sub>{name}</sub>
      <input
        value={value}
        inputMode="text"
        autoComplete="off"
        aria-label={`x${name} of the point`}
        aria-invalid={parseNumber(value) === undefined}
        onChange={({ target }) => set(target.value)}
      />
    </label>
  )
  return (
    <form
      className="own-acts"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isPlace) return
        onChange(pen.erases ? withoutNearest(table, a, b) : withPoint(table, a, b, pen.label))
      }}
    >
      {field('1', x, setX)}
      {field('2', y, setY)}
      <button type="submit" className="link" disabled={!isPlace}>
        {pen.erases ? 'Take the nearest away' : 'Put a point there'}
      </button>
      <span className="caption" role="status">
        {wrong &&
          `${wrong.name}: found ${wrong.text === '' ? 'nothing' : `“${wrong.text}”`}, expected a number such as −0.75`}
      </span>
    </form>
  )
}
