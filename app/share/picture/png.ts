import type { Mark, Picture, TextMark } from './marks.ts'
import { withText } from './pngText.ts'

/** A face as a canvas takes it. */
export const fontText = ({ style, weight, size, family }: TextMark['font']): string =>
  `${style} ${weight} ${size}px ${family}`

function paintText(context: CanvasRenderingContext2D, { text, width, font, fill, halo }: TextMark): void {
  context.font = fontText(font)
  context.textBaseline = 'alphabetic'
  context.textAlign = 'left'
  // Figures of one width are not to be had on a canvas: what they take more or less goes between the letters.
  context.letterSpacing = '0px'
  const spare = width - context.measureText(text).width
  context.letterSpacing = `${(spare / Math.max(1, text.length)).toFixed(3)}px`
  if (halo) {
    context.lineJoin = 'round'
    context.lineWidth = halo.width
    context.strokeStyle = halo.stroke
    context.strokeText(text, 0, 0)
  }
  context.fillStyle = fill
  context.fillText(text, 0, 0)
}

function paint(context: CanvasRenderingContext2D, mark: Mark): void {
  context.save()
  for (const { d, matrix } of mark.clips ?? []) {
    const outline = new Path2D()
    outline.addPath(new Path2D(d), new DOMMatrix([...matrix]))
    context.clip(outline)
  }
  context.transform(...mark.matrix)
  context.globalAlpha = mark.opacity
  if (mark.kind === 'text') paintText(context, mark)
  else if (mark.kind === 'image') {
    const { canvas, source, box } = mark
    context.drawImage(
      canvas,
      source.x,
      source.y,
      source.width,
      source.height,
      box.x,
      box.y,
      box.width,
      box.height,
    )
  } else {
    const path = new Path2D(mark.d)
    context.fillStyle = mark.fill
    context.strokeStyle = mark.stroke
    context.lineWidth = mark.strokeWidth
    context.setLineDash([...mark.dash])
    const stroke = () => mark.stroke !== 'none' && context.stroke(path)
    if (mark.isEdgeBehind) stroke()
    if (mark.fill !== 'none') context.fill(path)
    if (!mark.isEdgeBehind) stroke()
  }
  context.restore()
}

/** A picture as the bytes of a PNG file of `ratio` pixels a px, or nothing where it is too large for a canvas. */
export async function pngOf(picture: Picture, ratio: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * ratio)
  canvas.height = Math.round(picture.height * ratio)
  const context = canvas.getContext('2d')
  if (!context) return undefined
  context.scale(ratio, ratio)
  context.fillStyle = picture.paper
  context.fillRect(0, 0, picture.width, picture.height)
  for (const { box, marks } of picture.parts) {
    context.save()
    context.beginPath()
    context.rect(box.x, box.y, box.width, box.height)
    context.clip()
    context.translate(box.x, box.y)
    for (const mark of marks) paint(context, mark)
    context.restore()
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve))
  if (!blob) return undefined
  return withText(new Uint8Array(await blob.arrayBuffer()), {
    Title: picture.title,
    Description: picture.caption.join('\n'),
    Source: picture.link,
    Software: 'Descent, an optimizer lab',
  })
}
