import { createPath } from '../drawing/path.ts'
import type { Trace } from '../../engine/training/trace.ts'
import { clipSegment, type Exit, frameExit, type Segment } from './frameExit.ts'
import type { MapView } from './mapView.ts'

/** The path of a run on screen, ready to be inked up to any step. It grows with its trace. */
export interface RunPath {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** Points known. */
  readonly length: number
  /** The last step that is drawn: where the path ends, or leaves the frame for good. */
  readonly end: number
  readonly exit: Exit | undefined
  /** All of it. */
  readonly whole: Path2D
  /** Its segments in the frame and a little around it. */
  readonly segments: readonly Segment[]
  /** What is drawn up to a step. */
  inkedTo: (step: number) => Inked
  /** Takes in the rows that have come since. */
  grow: () => void
}
export interface Inked {
  line: Path2D
  dots: Path2D
  /** The steps at which a marker stands, far enough from the one before; those up to here are known. */
  marks: readonly number[]
}

/** Beyond the frame by this much nothing is drawn, so that a canvas never sees 10³⁰⁰. */
const MARGIN = 60
/** Points nearer than this to the last one are not told apart. */
const TINY = 0.35
const DOT_GAP = 0.8
const DOT_RADIUS = 1.9
const MARK_GAP = 7
const MARK_EVERY = 10
/** Where a path has come by this often it is all ink: more is not drawn, but for the last steps. */
const FULL = 4
const FULL_CELL = 4
const TAIL = 24

/** A place in or near the frame as a number below 2²⁶, so that two of them make a safe key. */
const cellOf = (x: number, y: number, size: number) =>
  (Math.round(x / size) + 256) * 8192 + Math.round(y / size) + 256
const keyOf = (a: number, b: number) => Math.min(a, b) * 2 ** 26 + Math.max(a, b)

interface Pen {
  line: Path2D
  x: number
  y: number
}
function draw(pen: Pen, [x0, y0, x1, y1]: Segment): void {
  if (x0 !== pen.x || y0 !== pen.y) pen.line.moveTo(x0, y0)
  pen.line.lineTo(x1, y1)
  pen.x = x1
  pen.y = y1
}

export function makeRunPath(trace: Trace, view: MapView): RunPath {
  const { width, height } = view
  const xs: number[] = []
  const ys: number[] = []
  let exit: Exit | undefined
  let end = -1
  /** The next steps to be looked at, and to get a dot. */
  let next = 0
  let nextDot = 1
  const hasDot: boolean[] = []
  // Per step: the clipped segment that ends there, if it can be seen and was not drawn before (a run that jumps
  // between two points for a thousand steps draws one line), and whether it stands where all is ink.
  const pieces: (Segment | undefined)[] = []
  const isHidden: boolean[] = []
  const marks: number[] = []
  const segments: Segment[] = []
  const whole: Pen = { line: createPath(), x: NaN, y: NaN }
  const drawn = new Set<number>()
  const dotted = new Set<number>()
  const visits = new Map<number, number>()
  let isThinned = false
  let lastCell = NaN
  let last = 0
  let dot = 0
  let mark = 0

  const isNear = (x: number, y: number, margin: number) =>
    x >= -margin && y >= -margin && x <= width + margin && y <= height + margin

  /** Counts a visit to a place, however many steps it lasts, and says whether there have been too many. */
  function isFull(k: number): boolean {
    if (!isNear(xs[k], ys[k], MARGIN)) return false
    const cell = cellOf(xs[k], ys[k], FULL_CELL)
    const before = visits.get(cell) ?? 0
    const count = cell === lastCell ? before : before + 1
    lastCell = cell
    visits.set(cell, count)
    if (count > FULL) isThinned = true
    return count > FULL
  }

  function look(k: number) {
    const x = xs[k]
    const y = ys[k]
    const full = (isHidden[k] = isFull(k))
    if (k > 0 && Math.hypot(x - xs[last], y - ys[last]) >= TINY) {
      const piece = full ? undefined : clipSegment([xs[last], ys[last], x, y], width, height, MARGIN)
      last = k
      if (piece) {
        const key = keyOf(cellOf(piece[0], piece[1], 0.5), cellOf(piece[2], piece[3], 0.5))
        if (!drawn.has(key)) {
          drawn.add(key)
          pieces[k] = piece
          segments.push(piece)
          draw(whole, piece)
        }
      }
    }
  }

  /** Decides on the dot of a step, or its marker: when it is inked, since a path that is dragged never is. */
  function spot(k: number) {
    const x = xs[k]
    const y = ys[k]
    if (isHidden[k] || !isNear(x, y, DOT_GAP)) return
    if (k % MARK_EVERY === 0 && (mark === 0 || Math.hypot(x - xs[mark], y - ys[mark]) >= MARK_GAP)) {
      mark = k
      marks.push(k)
      return
    }
    const cell = cellOf(x, y, 1)
    if (Math.hypot(x - xs[dot], y - ys[dot]) < DOT_GAP || dotted.has(cell)) return
    dotted.add(cell)
    dot = k
    hasDot[k] = true
  }

  function grow() {
    const { rows, layout, length } = trace
    const { offset } = layout.channels.w
    for (let k = xs.length; k < length; k++) {
      xs.push(view.x(rows[k * layout.stride + offset]))
      ys.push(view.y(rows[k * layout.stride + offset + 1]))
    }
    exit = frameExit(xs, ys, length, width, height)
    end = exit ? exit.step : length - 1
    for (; next <= end && next < length; next++) look(next)
  }

  let inked: (Pen & Inked & { step: number }) | undefined
  function inkedTo(step: number): Inked {
    const to = Math.min(step, end)
    for (; nextDot <= to; nextDot++) spot(nextDot)
    // The past grows while playing; only going back starts it anew.
    if (!inked || inked.step > to)
      inked = { line: createPath(), dots: createPath(), marks, step: -1, x: NaN, y: NaN }
    for (let k = inked.step + 1; k <= to; k++) {
      const piece = pieces[k]
      if (piece) draw(inked, piece)
      if (!hasDot[k]) continue
      inked.dots.moveTo(xs[k] + DOT_RADIUS, ys[k])
      inked.dots.arc(xs[k], ys[k], DOT_RADIUS, 0, 2 * Math.PI)
    }
    inked.step = to
    if (!isThinned) return inked
    const line = createPath(inked.line)
    const tail: Pen = { line, x: NaN, y: NaN }
    for (let k = Math.max(1, to - TAIL); k <= to; k++) {
      const piece = clipSegment([xs[k - 1], ys[k - 1], xs[k], ys[k]], width, height, MARGIN)
      if (piece) draw(tail, piece)
    }
    return { line, dots: inked.dots, marks }
  }

  grow()
  return {
    xs,
    ys,
    get length() {
      return xs.length
    },
    get end() {
      return end
    },
    get exit() {
      return exit
    },
    whole: whole.line,
    segments,
    inkedTo,
    grow,
  }
}

/** The recorded step of a path nearest to a pixel, and how far it is. */
export function nearestStep(
  { xs, ys, length, end }: RunPath,
  x: number,
  y: number,
): { step: number; distance: number } {
  let step = 0
  let least = Infinity
  for (let k = 0; k <= end && k < length; k++) {
    const square = (xs[k] - x) ** 2 + (ys[k] - y) ** 2
    if (square < least) {
      least = square
      step = k
    }
  }
  return { step, distance: Math.sqrt(least) }
}
