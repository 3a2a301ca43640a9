import type { Examples } from '../../engine/datasets/index.ts'
import { cssOf, mix, parseColour, sandSea } from '../drawing/colour.ts'
import { drawMarker, type Shape } from '../drawing/markers.ts'
import { classColour, signedPlace } from './colours.ts'
import type { Frame } from './frame.ts'
import type { Context } from './row.ts'
import type { Scene } from './scene.ts'

/** Classes by shape where there are more than two: hue alone would not tell them apart. */
const shapes: readonly Shape[] = [
  'disc',
  'square',
  'triangle',
  'diamond',
  'plus',
  'star',
  'triangleDown',
  'cross',
]

/** Px of a point: smaller where there are many. */
const radiusOf = (count: number) => Math.max(1.1, Math.min(2.5, 2.5 * (150 / Math.max(1, count)) ** 0.35))

/** Draws each point of the plane that lies on the map. */
function each({ points, count }: Examples, frame: Frame, draw: (i: number, x: number, y: number) => void) {
  const { left, top, width, height } = frame
  for (let i = 0; i < count; i++) {
    const x = frame.x(points[2 * i])
    const y = frame.y(points[2 * i + 1])
    if (x > left + 3 && x < left + width - 3 && y > top + 3 && y < top + height - 3) draw(i, x, y)
  }
}

function dot(context: Context, x: number, y: number, r: number, fill: string, line: string) {
  context.beginPath()
  context.arc(x, y, r, 0, 2 * Math.PI)
  context.fillStyle = fill
  context.fill()
  context.strokeStyle = line
  context.stroke()
}

/**
 * Training points by their class: the first ink, the second hollow; of more classes each has a shape. Held-out points
 * are small and pale.
 */
export function drawPoints(context: Context, { scenery, theme }: Scene, frame: Frame): void {
  const { points, task, classes } = scenery
  if (!points) return
  const { colours, shade } = theme
  const { train, validation } = points
  const r =
    radiusOf(train.count) * Math.max(0.8, Math.min(1.3, Math.sqrt((frame.width * frame.height) / 55_000)))
  const value = ({ d }: Examples, i: number) => sandSea(shade).css(signedPlace('tanh', d[i]))
  const inked = classes.map((_, c) =>
    cssOf(mix(classColour(theme, c, classes.length), parseColour(colours.ink), 0.32)),
  )
  const mark = (examples: Examples, i: number, x: number, y: number, size: number) => {
    if (task === 'regression') dot(context, x, y, size, value(examples, i), colours.ink)
    else if (task === 'two classes')
      dot(context, x, y, size, examples.labels[i] === 1 ? colours.paper : colours.ink, colours.ink)
    else {
      const label = examples.labels[i]
      const look = { shape: shapes[label % shapes.length], fill: 'solid' } as const
      drawMarker(context, look, { colour: inked[label], paper: colours.paper }, x, y, size + 0.5, 1.2)
    }
  }
  context.lineWidth = 0.9
  context.globalAlpha = 0.38
  each(validation, frame, (i, x, y) => mark(validation, i, x, y, 0.52 * r))
  context.lineWidth = 1.1
  context.globalAlpha = 0.85
  each(train, frame, (i, x, y) => mark(train, i, x, y, r))
  context.globalAlpha = 1
}
