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

/** A point nearer than this to the line between its neighbours, in px, is no corner of it. */
const STRAIGHT = 0.2
/** Half the width of a point that stands alone, in px. */
const ALONE = 1.2

/**
 * Draws values as a line with gaps where there are none. Where many steps share a pixel, only the first, the least,
 * the greatest and the last of them are drawn, and where they run straight only the ends: the same ink, in few points.
 */
export function outline(pen: Pen, values: ArrayLike<number>, { from, to, x, y, isGap }: Stretch): void {
  /** Points since the last gap, and the last of them. */
  let length = 0
  let lastX = NaN
  let lastY = NaN
  // The corner that the line has been drawn to, and the slopes from it that pass all points since near enough.
  let cornerX = NaN
  let cornerY = NaN
  let least = -Infinity
  let most = Infinity
  const turn = (px: number, py: number) => {
    cornerX = px
    cornerY = py
    least = -Infinity
    most = Infinity
  }
  const point = (px: number, py: number) => {
    if (length === 0) {
      pen.moveTo(px, py)
      turn(px, py)
    } else {
      const slope = (py - cornerY) / (px - cornerX)
      if (!(slope >= least && slope <= most)) {
        pen.lineTo(lastX, lastY)
        turn(lastX, lastY)
      }
      least = Math.max(least, (py - STRAIGHT - cornerY) / (px - cornerX))
      most = Math.min(most, (py + STRAIGHT - cornerY) / (px - cornerX))
    }
    length++
    lastX = px
    lastY = py
  }
  const gap = () => {
    if (length === 1) {
      pen.moveTo(lastX - ALONE, lastY)
      pen.lineTo(lastX + ALONE, lastY)
    } else if (length > 1) pen.lineTo(lastX, lastY)
    length = 0
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
    let low = k
    let high = k
    while (k <= to && Math.floor(x(k)) === pixel && !isGap(values[k])) {
      if (values[k] < values[low]) low = k
      if (values[k] > values[high]) high = k
      k++
    }
    for (const step of new Set([first, Math.min(low, high), Math.max(low, high), k - 1])) {
      point(x(step), y(values[step]))
    }
  }
  gap()
}
