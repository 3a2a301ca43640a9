/** What a line is drawn on: a `Path2D`, or a list in a test. */
export interface Pen {
  moveTo: (x: number, y: number) => void
  lineTo: (x: number, y: number) => void
}

interface Stretch {
  from: number
  to: number
  /** Step → px, evenly. */
  x: (step: number) => number
  /** Value → px. */
  y: (value: number) => number
  /** Whether there is nothing to draw of a value. */
  isGap: (value: number) => boolean
}

/** Half the width of a point that stands alone, in px. */
const ALONE = 1.2

/**
 * Draws values as a line with gaps where there are none. Where many steps share a pixel, only the first, the least,
 * the greatest and the last of them are drawn: the same ink, in a bounded number of points.
 */
export function outline(pen: Pen, values: ArrayLike<number>, { from, to, x, y, isGap }: Stretch): void {
  let before: readonly [number, number] | undefined
  let isAlone = false
  const point = (px: number, py: number) => {
    if (before) pen.lineTo(px, py)
    else pen.moveTo(px, py)
    isAlone = before === undefined
    before = [px, py]
  }
  const gap = () => {
    if (before && isAlone) {
      pen.moveTo(before[0] - ALONE, before[1])
      pen.lineTo(before[0] + ALONE, before[1])
    }
    before = undefined
  }

  const isDense = Math.abs(x(from + 1) - x(from)) < 0.5
  let k = from
  while (k <= to) {
    const first = k
    if (isGap(values[k])) {
      gap()
      k++
      continue
    }
    if (!isDense) {
      point(x(k), y(values[k]))
      k++
      continue
    }
    const pixel = Math.floor(x(k))
    let least = k
    let most = k
    while (k <= to && Math.floor(x(k)) === pixel && !isGap(values[k])) {
      if (values[k] < values[least]) least = k
      if (values[k] > values[most]) most = k
      k++
    }
    for (const step of new Set([first, Math.min(least, most), Math.max(least, most), k - 1])) {
      point(x(step), y(values[step]))
    }
  }
  gap()
}
