import type { Trace } from '../../engine/training/trace.ts'
import { clipSegment, type Exit, frameExit, type Segment } from './frameExit.ts'
import type { MapView } from './mapView.ts'

/** The path of a run on screen, ready to be inked up to any step. */
export interface RunPath {
  xs: Float64Array
  ys: Float64Array
  /** Points known. */
  length: number
  /** The last step that is drawn: where the path ends, or leaves the frame for good. */
  end: number
  exit: Exit | undefined
  /** All of it. */
  whole: Path2D
  /** Its segments in the frame and a little around it. */
  segments: Segment[]
  /** The steps at which a marker stands, far enough from the one before. */
  marks: readonly number[]
  /** Line and dots up to a step. */
  inkedTo: (step: number) => Inked
}
export interface Inked {
  line: Path2D
  dots: Path2D
}

/** Beyond the frame by this much nothing is drawn, so that a canvas never sees 10³⁰⁰. */
const MARGIN = 60
/** Points nearer than this to the last one are not told apart. */
const TINY = 0.35
const DOT_GAP = 0.8
const MARK_GAP = 7
const MARK_EVERY = 10
const DOT_RADIUS = 1.9

/** Positions to half a pixel as one number. */
const cellOf = (x: number, y: number) => (Math.round(2 * x) + 4096) * 32768 + Math.round(2 * y) + 4096

function screenPoints({ rows, layout, length }: Trace, view: MapView): [Float64Array, Float64Array] {
  const { offset } = layout.channels.w
  const xs = new Float64Array(length)
  const ys = new Float64Array(length)
  for (let k = 0; k < length; k++) {
    xs[k] = view.x(rows[k * layout.stride + offset])
    ys[k] = view.y(rows[k * layout.stride + offset + 1])
  }
  return [xs, ys]
}

export function makeRunPath(trace: Trace, view: MapView): RunPath {
  const { width, height } = view
  const { length } = trace
  const [xs, ys] = screenPoints(trace, view)
  const exit = frameExit(xs, ys, length, width, height)
  const end = exit ? exit.step : length - 1

  // Per step: the clipped segment that ends there, if it is long enough to be seen and was not drawn before (a run
  // that jumps between two points for a thousand steps draws one line), and whether it gets a dot.
  const pieces: (Segment | undefined)[] = []
  const dots = new Uint8Array(length)
  const marks: number[] = []
  const segments: Segment[] = []
  const whole = new Path2D()
  const drawn = new Set<number>()
  const dotted = new Set<number>()
  let pen = 0
  let dot = 0
  let mark = 0
  let penX = NaN
  let penY = NaN
  for (let k = 0; k <= end && k < length; k++) {
    const x = xs[k]
    const y = ys[k]
    if (k > 0 && Math.hypot(x - xs[pen], y - ys[pen]) >= TINY) {
      const piece = clipSegment([xs[pen], ys[pen], x, y], width, height, MARGIN)
      pen = k
      if (piece) {
        const from = cellOf(piece[0], piece[1])
        const to = cellOf(piece[2], piece[3])
        const key = Math.min(from, to) * 2 ** 20 + (Math.max(from, to) % 2 ** 20)
        if (!drawn.has(key)) {
          drawn.add(key)
          pieces[k] = piece
          segments.push(piece)
          if (piece[0] !== penX || piece[1] !== penY) whole.moveTo(piece[0], piece[1])
          whole.lineTo(piece[2], piece[3])
          penX = piece[2]
          penY = piece[3]
        }
      }
    }
    if (k === 0 || x < -4 || y < -4 || x > width + 4 || y > height + 4) continue
    if (k % MARK_EVERY === 0 && (mark === 0 || Math.hypot(x - xs[mark], y - ys[mark]) >= MARK_GAP)) {
      marks.push((mark = k))
      continue
    }
    const cell = cellOf(x / 2, y / 2)
    if (Math.hypot(x - xs[dot], y - ys[dot]) < DOT_GAP || dotted.has(cell)) continue
    dotted.add(cell)
    dot = k
    dots[k] = 1
  }

  let inked: (Inked & { step: number; x: number; y: number }) | undefined
  function inkedTo(step: number): Inked {
    const last = Math.min(step, end)
    // The past grows while playing; only going back starts it anew.
    if (!inked || inked.step > last)
      inked = { line: new Path2D(), dots: new Path2D(), step: -1, x: NaN, y: NaN }
    for (let k = inked.step + 1; k <= last; k++) {
      const piece = pieces[k]
      if (piece) {
        if (piece[0] !== inked.x || piece[1] !== inked.y) inked.line.moveTo(piece[0], piece[1])
        inked.line.lineTo(piece[2], piece[3])
        inked.x = piece[2]
        inked.y = piece[3]
      }
      if (dots[k]) {
        inked.dots.moveTo(xs[k] + DOT_RADIUS, ys[k])
        inked.dots.arc(xs[k], ys[k], DOT_RADIUS, 0, 2 * Math.PI)
      }
    }
    inked.step = last
    return inked
  }
  return { xs, ys, length, end, exit, whole, segments, marks, inkedTo }
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
