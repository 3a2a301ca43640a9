/** Where a path leaves the frame for good. */
export interface Exit {
  /** The first step from which on it is outside. */
  step: number
  /** Where it crosses the frame, and the direction it goes in there, in radians. */
  x: number
  y: number
  angle: number
}

export type Segment = readonly [x0: number, y0: number, x1: number, y1: number]

/** The part of a segment in the frame widened by `margin` on every side (Liang & Barsky); none if it misses it. */
export function clipSegment(
  [x0, y0, x1, y1]: Segment,
  width: number,
  height: number,
  margin: number,
): Segment | undefined {
  let enter = 0
  let leave = 1
  const dx = x1 - x0
  const dy = y1 - y0
  const cut = (direction: number, room: number) => {
    if (direction === 0) return room >= 0
    const t = room / direction
    if (direction < 0) enter = Math.max(enter, t)
    else leave = Math.min(leave, t)
    return enter <= leave
  }
  return cut(-dx, x0 + margin) &&
    cut(dx, width + margin - x0) &&
    cut(-dy, y0 + margin) &&
    cut(dy, height + margin - y0)
    ? [x0 + enter * dx, y0 + enter * dy, x0 + leave * dx, y0 + leave * dy]
    : undefined
}

/** Whether and where the path of the first `length` points leaves the frame and does not come back. */
export function frameExit(
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  length: number,
  width: number,
  height: number,
): Exit | undefined {
  let last = length - 1
  while (last >= 0 && !(xs[last] >= 0 && xs[last] <= width && ys[last] >= 0 && ys[last] <= height)) last--
  if (last === length - 1) return undefined
  const from = Math.max(0, last)
  const segment: Segment = [xs[from], ys[from], xs[last + 1], ys[last + 1]]
  // Started outside and never came in: there is nothing to draw, but its name stands at the nearest edge.
  const [, , x, y] =
    last < 0
      ? [0, 0, Math.max(0, Math.min(width, xs[0])), Math.max(0, Math.min(height, ys[0]))]
      : (clipSegment(segment, width, height, 0) ?? segment)
  return {
    step: last + 1,
    x,
    y,
    angle:
      last < 0
        ? Math.atan2(ys[0] - y, xs[0] - x)
        : Math.atan2(segment[3] - segment[1], segment[2] - segment[0]),
  }
}
