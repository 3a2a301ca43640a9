import type { Box, Clip, ImageMark, Mark, Matrix, PathMark, Picture, TextMark } from './marks.ts'

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

const transform = (matrix: Matrix) => ({
  transform: matrix.join() === '1,0,0,1,0,0' ? undefined : `matrix(${matrix.map(tidy).join(' ')})`,
})
const common = ({ opacity, matrix }: Mark) => ({
  ...transform(matrix),
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
      'xml:space': text === text.trim() ? undefined : 'preserve',
      fill,
      stroke: halo?.stroke,
      'stroke-width': halo?.width,
      'paint-order': halo && 'stroke',
      // In another face it takes the same place.
      textLength: text.length > 1 ? width : undefined,
      lengthAdjust: text.length > 1 ? 'spacingAndGlyphs' : undefined,
    },
    // The hat of a formula, which KaTeX's face has above the letter: other faces have another sign there.
    text === '^' ? 'ˆ' : escapeXml(text),
  )
}

function pathElement(mark: PathMark): string {
  const { d, fill, stroke, strokeWidth, lineJoin, lineCap, dash, isEdgeBehind } = mark
  const isStroked = stroke !== 'none'
  return element('path', {
    ...common(mark),
    d,
    fill,
    stroke: isStroked ? stroke : undefined,
    'stroke-width': isStroked ? strokeWidth : undefined,
    'stroke-linejoin': lineJoin === 'miter' ? undefined : lineJoin,
    'stroke-linecap': lineCap === 'butt' ? undefined : lineCap,
    'stroke-dasharray': dash.length > 0 ? dash.join(' ') : undefined,
    'paint-order': isEdgeBehind ? 'stroke' : undefined,
  })
}

function imageElement(mark: ImageMark): string {
  const { canvas, source, box } = mark
  const piece = document.createElement('canvas')
  piece.width = Math.max(1, Math.round(source.width))
  piece.height = Math.max(1, Math.round(source.height))
  piece.getContext('2d')?.drawImage(canvas, -Math.round(source.x), -Math.round(source.y))
  return element('image', {
    ...common(mark),
    ...place(box),
    preserveAspectRatio: 'none',
    'image-rendering': mark.isSmooth === false ? 'pixelated' : undefined,
    href: piece.toDataURL('image/png'),
  })
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

/** Outlines that cut, each written once; the group that one cuts refers to it. */
function makeClips() {
  const ids = new Map<string, string>()
  const cut = (inside: string, { d, matrix }: Clip): string => {
    const outline = element('path', { d, ...transform(matrix) })
    const known = ids.get(outline)
    const id = known ?? `clip-${ids.size + 1}`
    ids.set(outline, id)
    const definition = known ? '' : element('clipPath', { id }, outline)
    return definition + element('g', { 'clip-path': `url(#${id})` }, inside)
  }
  return (marks: readonly Mark[]): string => {
    const groups: { clips: readonly Clip[]; marks: Mark[] }[] = []
    for (const mark of marks) {
      const { clips = [] } = mark
      const last = groups.at(-1)
      if (last && JSON.stringify(last.clips) === JSON.stringify(clips)) last.marks.push(mark)
      else groups.push({ clips, marks: [mark] })
    }
    return groups
      .map((group) => group.clips.reduceRight(cut, group.marks.map(markElement).join('\n')))
      .join('\n')
  }
}

/**
 * A picture as an SVG file: words, axes, paths, curves and marks as such; grounds and maps, and what could not be traced,
 * as images of four pixels a px.
 * Its caption is its description, its link its metadata.
 */
export function svgOf({ width, height, paper, title, parts, caption, link }: Picture): string {
  const write = makeClips()
  const inside = [
    element('title', {}, escapeXml(title)),
    element('desc', {}, escapeXml(caption.join('\n'))),
    element('metadata', {}, escapeXml(link)),
    element('rect', { width, height, fill: paper }),
    // Each part in a window of its own.
    ...parts.map(({ box, marks }) =>
      element('svg', { ...place(box), overflow: 'hidden' }, write(marks) || ' '),
    ),
  ]
  const viewBox = `0 0 ${tidy(width)} ${tidy(height)}`
  const body = element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox, role: 'img' },
    `\n${inside.join('\n')}\n`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`
}
