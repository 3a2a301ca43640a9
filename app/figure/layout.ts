import type { Experiment } from '../../engine/experiment/experiment.ts'
import type { Size } from '../drawing/Layer.tsx'
import { panels as timePanels } from '../panels/index.ts'

/** Map beside the rest, all parts below each other, or one at a time. */
export type Layout = 'row' | 'column' | 'tabs'

export interface Contents {
  kind: Experiment['problem']['kind']
  /** Ids of the parts that it has. */
  parts: readonly string[]
  panels: readonly string[]
  /** How many there are. */
  runs: number
}

/** Px of a run in the list of runs, between parts, and of a network's row at least. */
const RUN = 21
const GAP = 12
const ROW = 110
/** Narrower, the map cannot stand beside anything. */
const BESIDE_FROM = 520
/** The map's share of the width when something stands beside it. */
const SHARE = 0.66

/** Px at which time panels are easy to read. */
export const curvesHeight = (panels: readonly string[]): number =>
  timePanels
    .filter(({ id }) => panels.includes(id))
    .reduce((sum, { rows }) => sum + (rows === 'run' ? 34 + 128 : 42 + 2 * 66), 0)

export const mapHeight = (width: number): number => Math.max(180, Math.min(440, Math.round(0.62 * width)))

const sumOf = (heights: readonly number[]) => heights.reduce((sum, height) => sum + GAP + height, -GAP)

/** How the parts lie in the room there is; a figure that grows takes what height it needs. */
export function layoutOf({ width, height }: Size, contents: Contents, grows: boolean): Layout {
  const { kind, parts, panels, runs } = contents
  if (parts.length < 2) return 'column'
  if (kind === 'network') return grows || height >= ROW * parts.length + 40 ? 'column' : 'tabs'
  const least = (part: string) =>
    part === 'map' ? 0.4 * width : part === 'runs' ? runs * RUN : 0.62 * curvesHeight(panels)
  const others = sumOf(parts.filter((part) => part !== 'map').map(least))
  const isWide = parts.includes('map') && width >= BESIDE_FROM
  if (isWide && (grows ? parts.includes('runs') : width > 1.2 * height && height >= others)) return 'row'
  return grows || height >= sumOf(parts.map(least)) ? 'column' : 'tabs'
}

/** The height of a surface's figure that grows; rows of networks have heights of their own. */
export function naturalHeight(
  layout: Layout,
  width: number,
  { kind, parts, panels, runs }: Contents,
): number | undefined {
  if (kind === 'network') return undefined
  const heightOf = (part: string) =>
    part === 'map'
      ? mapHeight(layout === 'row' ? SHARE * width : width)
      : part === 'runs'
        ? runs * RUN + 4
        : curvesHeight(panels)
  if (layout === 'column') return sumOf(parts.map(heightOf))
  const others = parts.filter((part) => part !== 'map').map(heightOf)
  const map = parts.includes('map') ? heightOf('map') : 0
  return layout === 'row' ? Math.max(map, 0.8 * sumOf(others)) : Math.max(map, ...others)
}
