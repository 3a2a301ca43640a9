import { type Box, boxPath, type Font, identity, type Mark, type Matrix, moved, times } from './marks.ts'
import { fontText } from './png.ts'
import type { Traces } from './tracing.ts'

/** What a reader presses, hears or is offered, rather than what is shown. */
const CONTROLS =
  '.unseen, .icon-button, .live-transport, .live-open, .timeline-play, .timeline-steps, .time-more, .time-hide, .dock, .more, .switch-knob, ' +
  '.switch:not([data-on]), .aside, .link:not(.seek), .add, input, select, textarea, [popover], dialog, script, style'

const ruler = () => document.createElement('canvas').getContext('2d')
let measuring: CanvasRenderingContext2D | null | undefined

/** Px from the top of a line of text, as high as its box, to its baseline. */
function baselineOf(font: Font, height: number): number {
  measuring ??= ruler()
  if (!measuring) return height * 0.8
  measuring.font = fontText(font)
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = measuring.measureText('x')
  return (height - up - down) / 2 + up
}

export const fontOf = (style: CSSStyleDeclaration): Font => ({
  style: style.fontStyle,
  weight: style.fontWeight,
  size: parseFloat(style.fontSize),
  family: style.fontFamily,
})

const isClear = (colour: string) => colour === 'none' || /^rgba\(.*, 0\)$|^transparent$/.test(colour)
const overlaps = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
const contains = (a: Box, b: Box) =>
  a.x <= b.x && a.y <= b.y && b.x + b.width <= a.x + a.width && b.y + b.height <= a.y + a.height
/** What two boxes share. */
function shared(a: Box, b: Box): Box {
  const x = Math.max(a.x, b.x)
  const y = Math.max(a.y, b.y)
  return {
    x,
    y,
    width: Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x),
    height: Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y),
  }
}

/** Where a reading is: what is looked at, how opaque it is by those around it, and what of it can be seen. */
interface Place {
  marks: Mark[]
  origin: Box
  opacity: number
  clip: Box
  traces: Traces | undefined
}

/** A word at a time, as the browser has set it; those of a line together. */
function readText(node: Text, style: CSSStyleDeclaration, { marks, origin, opacity, clip }: Place): void {
  const font = fontOf(style)
  const range = document.createRange()
  const lines: { words: string[]; left: number; right: number; top: number; height: number }[] = []
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index)
    range.setEnd(node, index + word.length)
    const { left, right, top, height, width } = range.getBoundingClientRect()
    if (width === 0 || !overlaps(clip, { x: left, y: top, width, height })) continue
    const line = lines.at(-1)
    if (line && Math.abs(line.top - top) < 1) {
      line.words.push(word)
      line.right = right
    } else lines.push({ words: [word], left, right, top, height })
  }
  for (const { words, left, right, top, height } of lines) {
    const text = words.join(' ')
    marks.push({
      kind: 'text',
      text: style.textTransform === 'uppercase' ? text.toUpperCase() : text,
      width: right - left,
      font,
      fill: style.color,
      opacity,
      matrix: [1, 0, 0, 1, left - origin.x, top - origin.y + baselineOf(font, height)],
    })
  }
}

const SIDES = ['Top', 'Right', 'Bottom', 'Left'] as const

/** The ground of an element, and its borders. */
function readBox(style: CSSStyleDeclaration, rect: Box, { marks, origin, opacity }: Place): void {
  const { width, height } = rect
  const [x, y] = [rect.x - origin.x, rect.y - origin.y]
  const draw = (d: string, fill: string) =>
    marks.push({
      kind: 'path',
      d,
      fill,
      stroke: 'none',
      strokeWidth: 0,
      dash: [],
      isEdgeBehind: false,
      opacity,
      matrix: identity,
    })
  if (width === 0 || height === 0) return
  if (!isClear(style.backgroundColor)) {
    const r = Math.min(parseFloat(style.borderTopLeftRadius) || 0, width / 2, height / 2)
    const arc = (dx: number, dy: number) => `a${r},${r} 0 0 1 ${dx},${dy}`
    const round = `M${x + r},${y}h${width - 2 * r}${arc(r, r)}v${height - 2 * r}${arc(-r, r)}h${2 * r - width}${arc(-r, -r)}v${2 * r - height}${arc(r, -r)}z`
    draw(r > 0 ? round : boxPath({ x, y, width, height }), style.backgroundColor)
  }
  for (const side of SIDES) {
    const wide = parseFloat(style[`border${side}Width`])
    const colour = style[`border${side}Color`]
    if (!(wide > 0) || style[`border${side}Style`] === 'none' || isClear(colour)) continue
    const isLevel = side === 'Top' || side === 'Bottom'
    draw(
      boxPath({
        x: side === 'Right' ? x + width - wide : x,
        y: side === 'Bottom' ? y + height - wide : y,
        width: isLevel ? width : wide,
        height: isLevel ? wide : height,
      }),
      colour,
    )
  }
}

const inside = ({ x, y, ...size }: Box, origin: Box): Box => ({ ...size, x: x - origin.x, y: y - origin.y })
const clipTo = (clip: Box, origin: Box) => ({ d: boxPath(inside(clip, origin)), matrix: identity })

/** As lines and words where it has been traced, as pixels where it has not. */
function readCanvas(canvas: HTMLCanvasElement, { marks, origin, opacity, clip, traces }: Place): void {
  const whole = canvas.getBoundingClientRect()
  const seen = shared(whole, clip)
  if (seen.width === 0 || seen.height === 0 || canvas.width === 0) return
  const traced = traces?.get(canvas)
  if (traced) {
    const move: Matrix = [1, 0, 0, 1, whole.x - origin.x, whole.y - origin.y]
    for (const mark of traced) {
      // What another panel on the same canvas shows is not of this picture.
      if (mark.within && !overlaps(seen, moved([1, 0, 0, 1, whole.x, whole.y], mark.within))) continue
      const clips = (mark.clips ?? []).map((one) => ({ ...one, matrix: times(move, one.matrix) }))
      marks.push({
        ...mark,
        opacity: opacity * mark.opacity,
        matrix: times(move, mark.matrix),
        clips: [clipTo(seen, origin), ...clips],
      })
    }
    return
  }
  const across = canvas.width / whole.width
  const down = canvas.height / whole.height
  marks.push({
    kind: 'image',
    canvas,
    source: {
      x: (seen.x - whole.x) * across,
      y: (seen.y - whole.y) * down,
      width: seen.width * across,
      height: seen.height * down,
    },
    box: inside(seen, origin),
    opacity,
    matrix: identity,
  })
}

/** The outline of a basic shape. */
function pathOf(shape: Element): string {
  const n = (name: string) => Number(shape.getAttribute(name) ?? 0)
  switch (shape.tagName) {
    case 'line':
      return `M${n('x1')},${n('y1')}L${n('x2')},${n('y2')}`
    case 'rect':
      return boxPath({ x: n('x'), y: n('y'), width: n('width'), height: n('height') })
    case 'circle': {
      const r = n('r')
      return `M${n('cx') - r},${n('cy')}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`
    }
    case 'polyline':
      return `M${shape.getAttribute('points')}`
    default:
      return shape.getAttribute('d') ?? ''
  }
}

/** What is drawn in an SVG of the page, in the page's place. */
function readSvg(svg: SVGSVGElement, { marks, origin, opacity, clip }: Place): void {
  for (const shape of svg.querySelectorAll<SVGGraphicsElement>('line, rect, circle, path, polyline, text')) {
    const style = getComputedStyle(shape)
    const own = shape.getScreenCTM()
    // What is cut to a part of itself (half a marker) is left out: its outline is there.
    if (!own || style.visibility === 'hidden' || style.clipPath !== 'none') continue
    const box = shape.getBoundingClientRect()
    if (!overlaps(clip, { x: box.x, y: box.y, width: box.width + 1, height: box.height + 1 })) continue
    const matrix: Matrix = [own.a, own.b, own.c, own.d, own.e - origin.x, own.f - origin.y]
    const stroke = isClear(style.stroke) ? 'none' : style.stroke
    const strokeWidth = parseFloat(style.strokeWidth)
    const isEdgeBehind = style.paintOrder.startsWith('stroke')
    const paleness = opacity * Number(style.opacity)
    if (shape instanceof SVGTextElement) {
      readSvgText(shape, matrix, { marks, opacity: paleness })
      continue
    }
    marks.push({
      kind: 'path',
      d: pathOf(shape),
      fill: shape.tagName === 'line' || isClear(style.fill) ? 'none' : style.fill,
      stroke,
      strokeWidth,
      dash: (style.strokeDasharray.match(/[\d.]+/g) ?? []).map(Number),
      isEdgeBehind,
      opacity: paleness,
      matrix,
      // KaTeX's roots are far longer than what is shown of them.
      ...(!contains(clip, box) && { clips: [clipTo(clip, origin)] }),
    })
  }
}

function readSvgText(
  text: SVGTextElement,
  [a, b, c, d, e, f]: Matrix,
  { marks, opacity }: Pick<Place, 'marks' | 'opacity'>,
): void {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
  let at = 0
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = node.textContent ?? ''
    if (words === '' || at + words.length > text.getNumberOfChars()) continue
    const { x, y } = text.getStartPositionOfChar(at)
    const style = getComputedStyle(node.parentElement ?? text)
    const stroke = isClear(style.stroke) ? undefined : style.stroke
    marks.push({
      kind: 'text',
      text: words,
      width: text.getSubStringLength(at, words.length),
      font: fontOf(style),
      fill: style.fill,
      ...(stroke && { halo: { stroke, width: parseFloat(style.strokeWidth) } }),
      opacity,
      matrix: [a, b, c, d, a * x + c * y + e, b * x + d * y + f],
    })
    at += words.length
  }
}

function walk(element: Element, place: Place): void {
  if (element.matches(CONTROLS)) return
  const style = getComputedStyle(element)
  const opacity = place.opacity * Number(style.opacity)
  if (style.display === 'none' || style.visibility === 'hidden' || opacity === 0) return
  const here = { ...place, opacity }
  if (element instanceof HTMLCanvasElement) {
    readCanvas(element, here)
    return
  }
  if (element instanceof SVGSVGElement) {
    readSvg(element, here)
    return
  }
  const rect = element.getBoundingClientRect()
  if (style.display !== 'contents') readBox(style, rect, here)
  if (style.overflow !== 'visible' && style.display !== 'inline') here.clip = shared(place.clip, rect)
  for (const child of element.childNodes) {
    if (child instanceof Text) readText(child, style, here)
    else if (child instanceof Element) walk(child, here)
  }
}

/** What an element shows within a box of the window, as marks from the box's corner. */
export function readMarks(element: Element, box: Box, traces?: Traces): Mark[] {
  const marks: Mark[] = []
  walk(element, { marks, origin: box, opacity: 1, clip: box, traces })
  return marks
}
