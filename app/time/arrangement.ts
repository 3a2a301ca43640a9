import type { Panel } from '../panels/panel.ts'

/** Px left of the plots: a parameter's name and ticks, or ticks alone. */
const LEFT = { named: 42, bare: 30 }
/** Px right of them: names and values at the cursor, if they do not stand elsewhere. */
const RIGHT = { wide: 112, narrow: 76, none: 5 }
/** A column narrower than this is set as on a phone. */
export const WIDE = 440
const TITLE = 26
const BELOW = 8
/** A line of text in place of the plots. */
const SENTENCE = 20
/** From below the last plot to the rail. */
const TO_RAIL = 22

/** What one panel of the column is made of. */
export interface Shown {
  panel: Panel
  /** Index of its form. */
  form: number
  /** A sentence in place of the plots, when there is nothing to plot. */
  sentence: string | undefined
}

export interface Row {
  /** The coordinate, or −1 for a run as a whole. */
  i: number
  top: number
  height: number
}
export interface Placed extends Shown {
  top: number
  rows: readonly Row[]
}
export interface Arrangement {
  panels: readonly Placed[]
  width: number
  /** Left and right of the plots, and of the plots themselves. */
  left: number
  right: number
  plot: number
  /** Whether values stand beside the plots. */
  hasGutter: boolean
  isNarrow: boolean
  /** Of all panels. */
  bottom: number
  /** Of all panels and the gap down to the rail. */
  height: number
}

interface Room {
  width: number
  /** What the panels should take in a wide column; rows shrink to fit in it, but stay readable. */
  height: number
  parameters: number
  /** Lines drawn at most: their values have to fit beside a row. */
  runs: number
  /** In a figure panels take exactly the height; whether values stand beside them depends on what else it shows. */
  figure?: { hasGutter: boolean } | undefined
}

/** Places panels below each other. */
export function arrange(shown: readonly Shown[], room: Room): Arrangement {
  const { width, height, parameters, runs, figure } = room
  const isNarrow = width < WIDE
  const hasGutter = figure?.hasGutter ?? true
  const right = hasGutter ? (isNarrow ? RIGHT.narrow : RIGHT.wide) : RIGHT.none
  const hasNames = shown.some(({ panel }) => panel.rows === 'parameter')
  const left = hasGutter || hasNames ? LEFT.named : LEFT.bare
  const rowsOf = ({ panel, sentence }: Shown) =>
    sentence !== undefined ? 0 : panel.rows === 'parameter' ? parameters : 1
  const isTall = ({ panel }: Shown) => panel.rows === 'run'

  const fixed = shown.reduce(
    (sum, one) => sum + TITLE + BELOW + (one.sentence === undefined ? BELOW * (rowsOf(one) - 1) : SENTENCE),
    0,
  )
  const wanted = shown.reduce((sum, one) => sum + rowsOf(one) * (isTall(one) ? 140 : 73), 0)
  const fitting = (height - fixed) / Math.max(1, wanted)
  const factor = figure ? Math.max(0.25, fitting) : Math.max(0.7, Math.min(1.5, fitting))
  const heightOf = (one: Shown) => {
    if (!isNarrow || figure) return Math.floor((isTall(one) ? 140 : 73) * factor)
    // In a narrow gutter values stand in one column, 11 px apart.
    return Math.max(isTall(one) ? 110 : 60, (runs - 1) * (isTall(one) ? 15 : 11.5) + 6)
  }

  let y = 0
  const panels = shown.map((one): Placed => {
    const top = y
    y += TITLE
    const rows = Array.from({ length: rowsOf(one) }, (_, n): Row => {
      const row = { i: one.panel.rows === 'parameter' ? n : -1, top: y, height: heightOf(one) }
      y += row.height + BELOW
      return row
    })
    if (rows.length === 0) y += SENTENCE + BELOW
    return { ...one, top, rows }
  })
  return {
    panels,
    width,
    left,
    right,
    plot: width - left - right,
    hasGutter,
    isNarrow,
    bottom: y,
    height: figure ? y : y + TO_RAIL,
  }
}
