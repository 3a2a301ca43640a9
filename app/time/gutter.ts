import { measured, type NumberText, none } from '../drawing/format.ts'
import { place } from './axis.ts'
import type { Line, Plot } from './scene.ts'
import { hasStopped, valueAt } from './scene.ts'
import { spread } from './spread.ts'

/** One entry of the right gutter: a run's value at the cursor, or a remark under it. */
export interface Entry {
  line: Line
  /** Missing in a remark. */
  value: NumberText | undefined
  remark: string | undefined
  /** From the top of the plot. */
  y: number
  /** 0, or 1 for the right half of a gutter in two columns. */
  column: number
  columns: number
  /** Px of the text. */
  size: number
}

interface Options {
  isNarrow: boolean
  /** What is known of the limit of a run that diverged. */
  limitOf: ((run: string) => string | undefined) | undefined
}

/** The values at the cursor from the greatest to the least, pushed apart so that they can be read. */
export function gutterOf({ lines, axis, height, placed }: Plot, step: number, options: Options): Entry[] {
  const named = placed.panel.named === true && !options.isNarrow
  const items = lines
    .flatMap((line) => {
      const value = valueAt(line, step)
      const stopped = hasStopped(line, step)
      if (Number.isNaN(value) && !stopped) return []
      const y = stopped ? 0 : Math.max(0, Math.min(height, place(axis, height, value)))
      return [{ line, y, rank: stopped ? Infinity : value, text: stopped ? none : measured(value) }]
    })
    .sort((a, b) => b.rank - a.rank)

  const entries = items.flatMap(({ line, y, text }): Omit<Entry, 'column' | 'columns' | 'size'>[] => {
    const value = { line, value: text, remark: undefined, y }
    const gone = line.exit !== undefined && step >= line.exit.step
    const remark = named && gone ? options.limitOf?.(line.run.id) : undefined
    return remark === undefined ? [value] : [value, { line, value: undefined, remark, y: y + 1 }]
  })
  const gap = named ? 15 : 12.5
  const least = named ? 12 : 11.6
  // The next row's first value follows closely, so nothing reaches out of a row.
  const low = named ? 4 : 2
  const high = height - 2
  const isTooMany = (entries.length - 1) * least > high - low
  const columns = isTooMany && !named && !options.isNarrow ? 2 : 1
  const rows = Math.ceil(entries.length / columns)
  const squeezed = Math.min(gap, (high - low) / Math.max(1, rows - 1))
  // Sorted by value, so neighbours of one row are neighbours in value too. `1e-6 n` keeps equal places in order.
  const wanted = Array.from({ length: rows }, (_, n) => entries[n * columns].y + 1e-6 * n)
  const places = spread(wanted, squeezed, low, high)
  const size = Math.min(named ? 12 : 11.5, squeezed + 0.5)
  return entries.map((entry, n) => ({
    ...entry,
    y: places[Math.floor(n / columns)],
    column: n % columns,
    columns,
    size,
  }))
}
