import type { CSSProperties } from 'react'
import { stylesOf } from '../drawing/palette.ts'
import { useLabState } from '../lab/context.tsx'
import { ColumnHead } from '../network/ColumnHead.tsx'
import { StageProvider } from '../network/context.tsx'
import { Credit } from '../network/Credit.tsx'
import { NetworkRows } from '../network/NetworkRows.tsx'
import { RunPicker } from '../network/RunPicker.tsx'
import { type Asking, useNewStage } from '../network/useNewStage.ts'
import '../network/network.css'
import { allows } from './levels.ts'

interface Props {
  engine: Asking
  /** Rows, from above. */
  rows: readonly string[]
  edit: readonly string[]
  /** Nothing leads out of it. */
  isClosed: boolean
  /** Px of the figure's body. */
  width: number
}

/** The least px of a column beside others, and of the captions before them. */
const COLUMN = 140
const GUTTER = 126

/** Networks in training: the chosen rows, a column a run, or one run at a time where there is less room. */
export default function NetworkFigure({ engine, rows, edit, isClosed, width }: Props) {
  const runs = useLabState(({ experiment }) => experiment.runs)
  const hidden = useLabState((state) => state.hidden)
  const focus = useLabState((state) => state.focus)
  const styles = stylesOf(runs)
  const visible = runs.flatMap(({ id }, index) => (hidden.includes(id) ? [] : [index]))
  const isNarrow = width < GUTTER + COLUMN * Math.max(2, visible.length)
  const focused = runs.findIndex(({ id }) => id === focus)
  const columns = isNarrow
    ? [visible.includes(focused) ? focused : visible[0]].filter((n) => n >= 0)
    : visible

  const stage = useNewStage(engine, isNarrow)
  return (
    <StageProvider value={stage}>
      {isNarrow && visible.length > 1 && <RunPicker runs={visible} styles={styles} chosen={columns[0]} />}
      <div
        className="network-grid"
        data-narrow={isNarrow ? '' : undefined}
        style={{ '--columns': columns.length } as CSSProperties}
      >
        <div className="panel-row heads">
          <span className="panel-caption" />
          {columns.map((run) => (
            <ColumnHead
              key={runs[run].id}
              run={runs[run]}
              style={styles[run]}
              edit={edit.includes('*') ? 'all' : allows(edit, 'lr') ? 'rate' : 'none'}
            />
          ))}
        </div>
        <NetworkRows columns={columns} shown={rows} />
      </div>
      <Credit bare={isClosed} />
    </StageProvider>
  )
}
