import { createPath } from './path.ts'

/** The marks by which runs are told apart where hue alone would not do. */
export type Shape =
  | 'disc'
  | 'square'
  | 'triangle'
  | 'triangleDown'
  | 'triangleRight'
  | 'triangleLeft'
  | 'diamond'
  | 'plus'
  | 'cross'
  | 'hourglass'
  | 'star'
/** `dot` is hollow with a dot within, `half` hollow with its left half filled. */
export type Fill = 'solid' | 'hollow' | 'dot' | 'half'

/** Corners for r = 1; the disc is drawn as arcs. */
const corners: Readonly<Record<Exclude<Shape, 'disc'>, readonly (readonly [number, number])[]>> = (() => {
  const triangle = [
    [0, -1.2],
    [1.1, 0.85],
    [-1.1, 0.85],
  ] as const
  const plus = [
    [-0.42, -1.2],
    [0.42, -1.2],
    [0.42, -0.42],
    [1.2, -0.42],
    [1.2, 0.42],
    [0.42, 0.42],
    [0.42, 1.2],
    [-0.42, 1.2],
    [-0.42, 0.42],
    [-1.2, 0.42],
    [-1.2, -0.42],
    [-0.42, -0.42],
  ] as const
  const turn = (degrees: number, points: readonly (readonly [number, number])[]) => {
    const angle = (degrees * Math.PI) / 180
    const c = Math.cos(angle)
    const s = Math.sin(angle)
    return points.map(([x, y]) => [c * x - s * y, s * x + c * y] as const)
  }
  return {
    square: [
      [-0.9, -0.9],
      [0.9, -0.9],
      [0.9, 0.9],
      [-0.9, 0.9],
    ],
    triangle,
    triangleDown: turn(180, triangle),
    triangleRight: turn(90, triangle),
    triangleLeft: turn(-90, triangle),
    diamond: [
      [0, -1.3],
      [1.3, 0],
      [0, 1.3],
      [-1.3, 0],
    ],
    plus,
    cross: turn(45, plus),
    hourglass: [
      [-1.2, -0.95],
      [0, -0.3],
      [1.2, -0.95],
      [1.2, 0.95],
      [0, 0.3],
      [-1.2, 0.95],
    ],
    star: Array.from({ length: 10 }, (_, i) => {
      const r = i % 2 ? 0.6 : 1.4
      const angle = (i * Math.PI) / 5 - Math.PI / 2
      return [r * Math.cos(angle), r * Math.sin(angle)] as const
    }),
  }
})()

const tidy = (x: number) => Number(x.toFixed(2))

/** The outline about 0, 0 as SVG path text; `Path2D` takes it too. */
export function markerPath(shape: Shape, r: number): string {
  if (shape === 'disc') return `M${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`
  return `M${corners[shape].map(([x, y]) => `${tidy(x * r)},${tidy(y * r)}`).join('L')}z`
}

interface Outline {
  whole: Path2D
  /** What stands within a hollow mark: a dot, or its left half. */
  within: Path2D | undefined
}
const outlines = new Map<string, Outline>()

function outline(shape: Shape, fill: Fill, r: number): Outline {
  const id = `${shape} ${fill} ${r}`
  let found = outlines.get(id)
  if (!found) {
    const within =
      fill === 'dot' ? createPath(markerPath('disc', r * 0.4)) : fill === 'half' ? createPath() : undefined
    if (fill === 'half') within?.rect(-2 * r, -2 * r, 2 * r, 4 * r)
    outlines.set(id, (found = { whole: createPath(markerPath(shape, r)), within }))
  }
  return found
}

/**
 * Draws a mark at x, y: solid ones in `colour` with an edge of `paper`, hollow ones the other way round. `edge` is
 * the width of the paper's edge.
 */
export function drawMarker(
  context: CanvasRenderingContext2D,
  { shape, fill }: { shape: Shape; fill: Fill },
  { colour, paper }: { colour: string; paper: string },
  x: number,
  y: number,
  r: number,
  edge = 1.6,
): void {
  const { whole, within } = outline(shape, fill, r)
  context.save()
  context.translate(x, y)
  context.setLineDash([])
  context.lineJoin = 'miter'
  if (fill === 'solid') {
    context.lineWidth = edge
    context.strokeStyle = paper
    context.stroke(whole)
    context.fillStyle = colour
    context.fill(whole)
  } else {
    context.lineWidth = 1.8
    context.strokeStyle = colour
    context.stroke(whole)
    context.fillStyle = paper
    context.fill(whole)
    context.fillStyle = colour
    if (fill === 'half') context.clip(whole)
    if (within) context.fill(within)
  }
  context.restore()
}
