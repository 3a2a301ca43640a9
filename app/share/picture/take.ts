import { expose, type Tracer } from '../../drawing/exposure.ts'
import { drawNow, lastDrawn } from '../../drawing/frame.ts'
import { textWidth } from '../../drawing/textWidth.ts'
import type { Part, Picture, TextMark } from './marks.ts'
import { fontText } from './png.ts'
import { fontOf, readMarks } from './read.ts'
import type { Shot } from './shots.ts'
import type { Traces } from './tracing.ts'

/** Nothing has been drawn for so many ms: what was asked for has come. Something may always move, so not for ever. */
const REST = 700
const PATIENCE = 8000

const PAD = 16
const SMALL = { size: 12, leading: 17 }

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Does something while everything is drawn in so many pixels a px, on screen or not, and for a tracer. */
export async function exposed<T>(ratio: number, act: () => T | Promise<T>, tracer?: Tracer): Promise<T> {
  const { dataset } = document.documentElement
  dataset.exposed = ''
  expose(ratio, tracer)
  try {
    const begun = performance.now()
    do await pause(100)
    while (performance.now() - Math.max(begun, lastDrawn) < REST && performance.now() - begun < PATIENCE)
    // A frame that was late has left some of it to the next.
    drawNow()
    return await act()
  } finally {
    expose(undefined)
    delete dataset.exposed
  }
}

/** Words in lines of at most so many px; what is longer than a line is broken where it must be. */
export function wrapped(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (widthOf(longer) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = ''
    for (const character of word) {
      if (widthOf(line + character) > width && line !== '') {
        lines.push(line)
        line = ''
      }
      line += character
    }
  }
  return line === '' ? lines : [...lines, line]
}

/** What is said of a picture. */
export interface Words {
  title: string
  caption: readonly string[]
  link: string
}

/** What a shot shows now, its parts below each other, its caption below them, on the page's paper. */
export function compose({ parts }: Shot, { title, caption, link }: Words, traces?: Traces): Picture {
  const style = getComputedStyle(document.body)
  const inked: Part[] = []
  let y = PAD
  let width = 0
  for (const { element, box } of parts()) {
    inked.push({
      box: { x: PAD, y, width: box.width, height: box.height },
      marks: readMarks(element, box, traces),
    })
    y += box.height
    width = Math.max(width, box.width)
  }
  const font = { ...fontOf(style), size: SMALL.size }
  const widthOf = (text: string) => textWidth(text, fontText(font))
  const lines = [...caption, link].flatMap((line) => wrapped(line, width, widthOf))
  const words = lines.map((text, n): TextMark => {
    const matrix = [1, 0, 0, 1, 0, (n + 0.75) * SMALL.leading] as const
    return {
      kind: 'text',
      text,
      width: widthOf(text),
      font,
      fill: style.color,
      opacity: 0.8,
      matrix: [...matrix],
    }
  })
  const height = lines.length * SMALL.leading + 4
  inked.push({ box: { x: PAD, y: y + 8, width, height }, marks: words })
  return {
    width: Math.ceil(width + 2 * PAD),
    height: Math.ceil(y + 8 + height + PAD),
    paper: style.backgroundColor,
    title,
    parts: inked,
    caption,
    link,
  }
}
