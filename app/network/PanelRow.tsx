import { type CSSProperties, type ReactNode, useCallback, useEffect, useId, useMemo, useRef } from 'react'
import { Layer } from '../drawing/Layer.tsx'
import { useTheme } from '../drawing/useTheme.ts'
import { useFonts } from '../drawing/useFonts.ts'
import type { LabState } from '../lab/lab.ts'
import { latest } from '../map/latest.ts'
import { useStage } from './context.tsx'
import { BLEED, PanelCell } from './PanelCell.tsx'
import type { Row } from './row.ts'
import { useSeen } from './useSeen.ts'

interface Props {
  row: Row
  /** Indices of the runs that have a column. */
  columns: readonly number[]
  title: ReactNode
  caption: ReactNode
  /** What stands over the drawing of each column. */
  over?: readonly ReactNode[]
}

/** One panel for each run, with its caption in the gutter. */
export function PanelRow({ row, columns, title, caption, over }: Props) {
  const stage = useStage()
  const theme = useTheme()
  useFonts()
  const id = useId()
  const element = useRef<HTMLDivElement>(null)
  const isSeen = useSeen(element)
  const { insides, sceneOf, isNarrow } = stage
  const { gap, gutter } = row
  const height = isNarrow ? (row.narrowHeight ?? row.height) : row.height

  useEffect(() => (isSeen ? insides.show(row.parts) : undefined), [insides, row, isSeen])

  const scene = useCallback((state: LabState) => sceneOf(state, theme), [sceneOf, theme])
  // The same for all cells of a frame.
  const share = useMemo(() => latest(row.share), [row])
  return (
    <section
      ref={element}
      className="panel-row"
      style={{ '--row-height': `${height}px`, '--row-share': height, marginBottom: gap } as CSSProperties}
      aria-labelledby={id}
    >
      <div className="panel-caption">
        <h2 id={id}>{title}</h2>
        <p className="caption">{caption}</p>
        {gutter && isSeen && !isNarrow && (
          <Layer
            className="bleeding"
            watch={(state) => {
              const now = scene(state)
              return [row.gutterKey?.(share(now), now), theme]
            }}
            draw={(context, state, { width, height: outer }) => {
              const now = scene(state)
              context.translate(0, BLEED)
              gutter(context, now, share(now), { width, height: outer - 2 * BLEED })
            }}
          />
        )}
      </div>
      {columns.map((run, n) => (
        <div key={run} className="panel-cell">
          <PanelCell row={row} run={run} isSeen={isSeen} scene={scene} share={share} />
          {over?.[n]}
        </div>
      ))}
    </section>
  )
}
