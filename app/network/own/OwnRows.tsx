import { useDeferredValue, useId, useMemo, useState } from 'react'
import { previewTable, readTable, type Table, tableText } from '../../../engine/datasets/index.ts'
import { networkOf } from '../../../engine/experiment/kinds.ts'
import { Pick } from '../../controls/Pick.tsx'
import { useLab, useLabState } from '../../lab/context.tsx'
import { setTable } from '../networkEdits.ts'
import { useOwn } from './context.tsx'
import { Preview } from './Preview.tsx'

const EXAMPLE = 'height,width,kind\n31,12.5,cat\n28,11,dog\n…'

type Kind = 'numbers' | 'classes'
const kinds = [
  { value: 'auto', label: 'as it looks' },
  { value: 'classes', label: 'as classes' },
  { value: 'numbers', label: 'as numbers' },
] as const

/** "150 rows of 4 inputs, in 3 classes" */
const summaryOf = ({ rows, inputs, classes }: Table) =>
  `${rows.length} rows of ${inputs.length} ${inputs.length === 1 ? 'input' : 'inputs'}, ` +
  (classes.length > 0 ? `in ${classes.length} classes` : 'with a number to be met')

/** Rows that are pasted, typed or opened; they are trained on once they can be read. */
export function OwnRows() {
  const lab = useLab()
  const { text: written, write, show } = useOwn()
  const table = useLabState(({ experiment }) => networkOf(experiment).table)
  const text = written ?? (table && !table.domain ? tableText(table) : '')
  const late = useDeferredValue(text)
  const [chosen, setChosen] = useState<number>()
  const [kind, setKind] = useState<'auto' | Kind>('auto')
  const field = useId()

  const preview = useMemo(() => previewTable(late, 4), [late])
  const names = preview?.names ?? []
  const target = chosen !== undefined && chosen < names.length ? chosen : names.length - 1
  const read = useMemo(
    () => readTable(late, { ...(target >= 0 && { target }), ...(kind !== 'auto' && { kind }) }),
    [late, target, kind],
  )

  return (
    <section className="own" aria-label="Your own rows">
      <div className="own-text">
        <label htmlFor={field}>
          Paste rows, or drop a file anywhere: commas, semicolons or tabs between, names first if you like.
        </label>
        <textarea
          id={field}
          value={text}
          placeholder={EXAMPLE}
          rows={7}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => write(event.target.value)}
        />
      </div>
      <div className="own-read">
        {preview && <Preview {...preview} target={target} />}
        {preview && (
          <p>
            Predict{' '}
            <Pick
              label="column to predict"
              value={String(target)}
              options={names.map((name, c) => ({ value: String(c), label: name }))}
              onChange={(value) => setChosen(Number(value))}
            />{' '}
            <Pick label="what the column holds" value={kind} options={kinds} onChange={setKind} />
            {read.ok && `: ${summaryOf(read.table)}.`}
          </p>
        )}
        {!read.ok && text.trim() !== '' && (
          <ul className="issues" aria-label="What is wrong with these rows">
            {read.issues.map((issue) => (
              <li key={issue}>{issue}</li>
            ))}
          </ul>
        )}
        <p className="own-acts">
          <button
            type="button"
            className="link"
            disabled={!read.ok}
            onClick={() => {
              if (read.ok) lab.edit(setTable(read.table))
            }}
          >
            Train on these rows
          </button>
          <label className="link">
            Open a file
            <input
              type="file"
              className="unseen"
              accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
              onChange={({ target: { files } }) => void files?.[0]?.text().then(write)}
            />
          </label>
          <button type="button" className="link" onClick={() => show(undefined)}>
            Close
          </button>
        </p>
      </div>
    </section>
  )
}
