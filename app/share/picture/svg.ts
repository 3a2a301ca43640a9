import type { Box, ImageMark, Mark, Part, PathMark, Picture, TextMark } from './marks.ts'

/** Text as it stands in XML, without what may not stand there at all. */
export const escapeXml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const tidy = (x: number) => Number(x.toFixed(3))

/** An element; of its attributes, those that are undefined are left out. */
function element(name: string, attributes: Record<string, string | number | undefined>, inside = ''): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${typeof value === 'number' ? tidy(value) : escapeXml(value)}"`],
  )
  return `<${name}${written.join('')}${inside === '' ? '/>' : `>${inside}</${name}>`}`
}

const common = ({ opacity, matrix }: Mark) => ({
  transform: matrix.join() === '1,0,0,1,0,0' ? undefined : `matrix(${matrix.map(tidy).join(' ')})`,
  opacity: opacity < 1 ? opacity : undefined,
})

function textElement(mark: TextMark): string {
  const { text, width, font, fill, halo } = mark
  return element(
    'text',
    {
      ...common(mark),
      'font-family': font.family,
      'font-size': font.size,
      'font-style': font.style === 'normal' ? undefined : font.style,
      'font-weight': font.weight === '400' ? undefined : font.weight,
      fill,
      stroke: halo?.stroke,
      'stroke-width': halo?.width,
      'paint-order': halo && 'stroke',
      // In another face it takes the same place.
      textLength: text.length > 1 ? width : undefined,
      lengthAdjust: text.length > 1 ? 'spacingAndGlyphs' : undefined,
    },
    escapeXml(text),
  )
}

function pathElement({ clip, ...mark }: PathMark): string {
  if (clip) {
    // A window with coordinates of its own, moved back.
    const [a, b, c, d, e, f] = mark.matrix
    const moved = pathElement({ ...mark, matrix: [a, b, c, d, e - clip.x, f - clip.y] })
    return element('svg', { ...place(clip), overflow: 'hidden' }, moved)
  }
  return element('path', {
    ...common(mark),
    d: mark.d,
    fill: mark.fill,
    stroke: mark.stroke === 'none' ? undefined : mark.stroke,
    'stroke-width': mark.stroke === 'none' ? undefined : mark.strokeWidth,
    'stroke-dasharray': mark.dash.length > 0 ? mark.dash.join(' ') : undefined,
    'paint-order': mark.isEdgeBehind ? 'stroke' : undefined,
  })
}

function imageElement(mark: ImageMark): string {
  const { canvas, source, box } = mark
  const piece = document.createElement('canvas')
  piece.width = Math.max(1, Math.round(source.width))
  piece.height = Math.max(1, Math.round(source.height))
  piece.getContext('2d')?.drawImage(canvas, -Math.round(source.x), -Math.round(source.y))
  return element('image', { ...common(mark), ...place(box), href: piece.toDataURL('image/png') })
}

const place = ({ x, y, width, height }: Box) => ({ x, y, width, height })

function markElement(mark: Mark): string {
  switch (mark.kind) {
    case 'text':
      return textElement(mark)
    case 'path':
      return pathElement(mark)
    case 'image':
      return imageElement(mark)
  }
}

/** Each part in a window of its own. */
const partElement = ({ box, marks }: Part): string =>
  element('svg', { ...place(box), overflow: 'hidden' }, marks.map(markElement).join('\n') || ' ')

/**
 * A picture as an SVG file: words, axes and frames as such, what the lab draws on canvas as images of four pixels a px.
 * Its caption is its description, its link its metadata.
 */
export function svgOf({ width, height, paper, title, parts, caption, link }: Picture): string {
  const inside = [
    element('title', {}, escapeXml(title)),
    element('desc', {}, escapeXml(caption.join('\n'))),
    element('metadata', {}, escapeXml(link)),
    element('rect', { width, height, fill: paper }),
    ...parts.map(partElement),
  ]
  const viewBox = `0 0 ${tidy(width)} ${tidy(height)}`
  const body = element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox, role: 'img' },
    `\n${inside.join('\n')}\n`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`
}
