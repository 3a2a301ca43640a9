import type { Tracer } from '../../drawing/exposure.ts'
import { createPath } from '../../drawing/path.ts'
import {
  type Box,
  type Font,
  identity,
  type Clip,
  type Mark,
  type Matrix,
  moved,
  type TextMark,
  times,
} from './marks.ts'
import { boxOfPath, pathText } from './pathText.ts'

/** More marks than this are better taken for an image. */
const MOST = 30_000

/** What `save` keeps of a context. */
const initial = {
  matrix: identity,
  clips: [] as readonly Clip[],
  globalAlpha: 1,
  fillStyle: '#000',
  strokeStyle: '#000',
  lineWidth: 1,
  lineJoin: 'miter',
  lineCap: 'butt',
  dash: [] as readonly number[],
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
  letterSpacing: '0px',
  imageSmoothingEnabled: true,
}
type State = typeof initial

function fontOf(text: string): Font {
  const [, style = 'normal', weight = '400', size = '10', family = 'sans-serif'] =
    /^(?:(italic|oblique|normal)\s+)?(?:(\d{3}|bold|normal)\s+)?([\d.]+)px(?:\/\S+)?\s+(.*)$/.exec(text) ?? []
  return { style, weight, size: Number(size), family }
}

const grown = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
})

/** As much of a 2D context as the lab's drawings use, which makes marks of what is drawn. */
class Tracing {
  readonly marks: Mark[] = []
  readonly canvas: HTMLCanvasElement
  readonly #real: CanvasRenderingContext2D
  readonly #stack: State[] = []
  #path = createPath()

  constructor(canvas: HTMLCanvasElement, real: CanvasRenderingContext2D) {
    this.canvas = canvas
    this.#real = real
    Object.assign(this, initial)
  }
  get #state(): State {
    return this as unknown as State
  }

  save() {
    const now = this.#state
    this.#stack.push(
      Object.fromEntries(Object.keys(initial).map((key) => [key, now[key as keyof State]])) as State,
    )
  }
  restore() {
    Object.assign(this, this.#stack.pop())
  }
  #move(by: Matrix) {
    this.#state.matrix = times(this.#state.matrix, by)
  }
  translate(x: number, y: number) {
    this.#move([1, 0, 0, 1, x, y])
  }
  scale(x: number, y: number) {
    this.#move([x, 0, 0, y, 0, 0])
  }
  rotate(angle: number) {
    const [c, s] = [Math.cos(angle), Math.sin(angle)]
    this.#move([c, s, -s, c, 0, 0])
  }
  getTransform() {
    const [a, b, c, d, e, f] = this.#state.matrix
    return { a, b, c, d, e, f }
  }

  beginPath() {
    this.#path = createPath()
  }
  moveTo(x: number, y: number) {
    this.#path.moveTo(x, y)
  }
  lineTo(x: number, y: number) {
    this.#path.lineTo(x, y)
  }
  bezierCurveTo(...numbers: Parameters<Path2D['bezierCurveTo']>) {
    this.#path.bezierCurveTo(...numbers)
  }
  arc(...numbers: Parameters<Path2D['arc']>) {
    this.#path.arc(...numbers)
  }
  rect(...numbers: Parameters<Path2D['rect']>) {
    this.#path.rect(...numbers)
  }
  closePath() {
    this.#path.closePath()
  }
  setLineDash(dash: readonly number[]) {
    this.#state.dash = dash
  }

  #textOf(path: Path2D): string {
    const text = pathText(path)
    if (text === undefined) throw new Error('a path of unknown outline')
    return text
  }
  #add(path: Path2D, paint: { fill?: string; stroke?: string }) {
    const { matrix, clips, globalAlpha, lineWidth, lineJoin, lineCap, dash } = this.#state
    const d = this.#textOf(path)
    if (d === '' || globalAlpha === 0) return
    if (this.marks.length > MOST) throw new Error('too many marks')
    const { fill = 'none', stroke = 'none' } = paint
    // Corners of thick lines stand out the farthest.
    const over = stroke === 'none' ? 0 : 2 * lineWidth
    const box = boxOfPath(path)
    const within = box && moved(matrix, grown(box, over))
    this.marks.push({
      kind: 'path',
      d,
      fill,
      stroke,
      strokeWidth: lineWidth,
      ...(stroke !== 'none' && { lineJoin, lineCap }),
      dash: stroke === 'none' ? [] : dash,
      isEdgeBehind: false,
      opacity: globalAlpha,
      matrix,
      clips,
      ...(within && { within }),
    })
  }
  fill(path = this.#path) {
    this.#add(path, { fill: this.#state.fillStyle })
  }
  stroke(path = this.#path) {
    this.#add(path, { stroke: this.#state.strokeStyle })
  }
  #box(...numbers: Parameters<Path2D['rect']>) {
    const path = createPath()
    path.rect(...numbers)
    return path
  }
  fillRect(...numbers: Parameters<Path2D['rect']>) {
    this.fill(this.#box(...numbers))
  }
  strokeRect(...numbers: Parameters<Path2D['rect']>) {
    this.stroke(this.#box(...numbers))
  }
  clip(path = this.#path) {
    const { clips, matrix } = this.#state
    this.#state.clips = [...clips, { d: this.#textOf(path), matrix }]
  }

  measureText(text: string) {
    const { font, textAlign, textBaseline, letterSpacing } = this.#state
    Object.assign(this.#real, { font, textAlign, textBaseline, letterSpacing })
    return this.#real.measureText(text)
  }
  /** Words from the left end of their baseline. */
  #words(text: string, x: number, y: number): TextMark {
    const { matrix, clips, globalAlpha, font, textAlign } = this.#state
    const { width, fontBoundingBoxAscent: up } = this.measureText(text)
    this.#real.textBaseline = 'alphabetic'
    const down = this.#real.measureText(text).fontBoundingBoxAscent - up
    const face = fontOf(font)
    const share = textAlign === 'center' ? 0.5 : textAlign === 'right' || textAlign === 'end' ? 1 : 0
    const own = times(matrix, [1, 0, 0, 1, x - share * width, y + down])
    return {
      kind: 'text',
      text,
      width,
      font: face,
      fill: 'none',
      opacity: globalAlpha,
      matrix: own,
      clips,
      within: moved(own, { x: 0, y: -face.size, width, height: 1.4 * face.size }),
    }
  }
  strokeText(text: string, x: number, y: number) {
    const { strokeStyle, lineWidth } = this.#state
    this.marks.push({ ...this.#words(text, x, y), halo: { stroke: strokeStyle, width: lineWidth } })
  }
  fillText(text: string, x: number, y: number) {
    const words = { ...this.#words(text, x, y), fill: this.#state.fillStyle }
    // Over their halo, they are the same words.
    const at = this.marks.findIndex(
      (mark) =>
        mark.kind === 'text' &&
        mark.fill === 'none' &&
        mark.text === text &&
        mark.matrix.join() === words.matrix.join(),
    )
    const halo = this.marks[at]
    if (halo?.kind === 'text') this.marks[at] = { ...words, ...(halo.halo && { halo: halo.halo }) }
    else this.marks.push(words)
  }

  /** Pixels as they are at this moment: what they are drawn from may be used again. */
  drawImage(from: HTMLCanvasElement, ...numbers: number[]) {
    const [sx, sy, sw, sh, x, y, width, height] =
      numbers.length === 8 ? numbers : [0, 0, from.width, from.height, ...numbers]
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(sw))
    canvas.height = Math.max(1, Math.round(sh))
    canvas.getContext('2d')?.drawImage(from, sx, sy, sw, sh, 0, 0, canvas.width, canvas.height)
    const { matrix, clips, globalAlpha, imageSmoothingEnabled } = this.#state
    this.marks.push({
      kind: 'image',
      canvas,
      source: { x: 0, y: 0, width: canvas.width, height: canvas.height },
      box: { x, y, width: width ?? sw, height: height ?? sh },
      isSmooth: imageSmoothingEnabled,
      opacity: globalAlpha,
      matrix,
      clips,
    })
  }
}

/** What has been drawn on each canvas, in its px. */
export type Traces = WeakMap<HTMLCanvasElement, readonly Mark[]>

/** A tracer, and where it puts what it has traced. A canvas on which something is drawn that has no outline has none. */
export function startTracing(): { tracer: Tracer; traces: Traces } {
  const traces: Traces = new WeakMap()
  const ruler = document.createElement('canvas').getContext('2d')
  const tracer: Tracer = (canvas, draw) => {
    traces.delete(canvas)
    if (!ruler) return
    const tracing = new Tracing(canvas, ruler)
    try {
      draw(tracing as unknown as CanvasRenderingContext2D)
      traces.set(canvas, tracing.marks)
    } catch {
      // It stays an image.
    }
  }
  return { tracer, traces }
}
