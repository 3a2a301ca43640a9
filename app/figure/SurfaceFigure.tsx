import { type CSSProperties, useMemo, useRef } from 'react'
import { useSize } from '../drawing/useSize.ts'
import { SurfaceMap } from '../map/SurfaceMap.tsx'
import { panels as timePanels } from '../panels/index.ts'
import { TimePanels } from '../time/TimePanels.tsx'
import { curvesHeight, type Layout, mapHeight } from './layout.ts'
import { allows } from './levels.ts'
import { Runs } from './Runs.tsx'

interface Props {
  /** Those that are shown now. */
  parts: readonly string[]
  panels: readonly string[]
  edit: readonly string[]
  layout: Layout
  /** Px of the figure's body. */
  width: number
}

/** The narrowest column that holds values beside its plots. */
const GUTTER_FROM = 260

/** Time panels in the room that their place has. */
function Curves({ panels, hasRuns }: { panels: readonly string[]; hasRuns: boolean }) {
  const box = useRef<HTMLDivElement>(null)
  const size = useSize(box)
  const hasGutter = !hasRuns && (size?.width ?? 0) >= GUTTER_FROM
  const figure = useMemo(() => ({ hasGutter }), [hasGutter])
  const chosen = useMemo(() => timePanels.filter(({ id }) => panels.includes(id)), [panels])
  return (
    <div ref={box} className="live-curves">
      {size && size.height > 0 && <TimePanels panels={chosen} height={size.height} figure={figure} />}
    </div>
  )
}

/** A race on a surface: its map, its curves, its runs, as far as they are asked for. */
export function SurfaceFigure({ parts, panels, edit, layout, width }: Props) {
  const isFixed = !allows(edit, 'start')
  // Heights share the room as they would have it.
  const share = (height: number): CSSProperties | undefined =>
    layout === 'column' ? { flexGrow: height } : undefined
  const has = (part: string) => parts.includes(part)
  return (
    <>
      {has('map') && (
        <div className="live-map" style={share(mapHeight(width))}>
          <SurfaceMap key={String(isFixed)} isPlain isFixed={isFixed} />
        </div>
      )}
      {(has('curves') || has('runs')) && (
        <div className="live-aside" style={share(has('curves') ? curvesHeight(panels) : 0)}>
          {has('curves') && <Curves panels={panels} hasRuns={has('runs')} />}
          {has('runs') && <Runs edit={edit} />}
        </div>
      )}
    </>
  )
}
