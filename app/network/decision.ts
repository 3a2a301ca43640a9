import { sandSea } from '../drawing/colour.ts'
import { margin, traceLevel } from './boundary.ts'
import { classColour, paintChosen, paintClasses, paintScale, signedPlace } from './colours.ts'
import { drawPoints } from './decisionPoints.ts'
import { drawFitLine, drawFitPoints } from './fit.ts'
import { fitFrame, type Frame, gridOf, widen } from './frame.ts'
import { hardened } from './hard.ts'
import { unitShown } from './looks.ts'
import { paintImage } from './image.ts'
import { drawBatchRings } from './norm/onMap.ts'
import { type Cell, type Context, defineRow } from './row.ts'
import type { Scene, View } from './scene.ts'

/** Two classes reach the ends of the scale; a little less ink leaves the points readable. */
const INK = 0.98

type Box = readonly [number, number, number, number]
const boxOf = ({ left, top, width, height }: Frame): Box => [left, top, width, height]

/** The lines between the regions: where y = ½, or where two classes are equally likely. */
function drawBoundary(
  context: Context,
  map: Float32Array,
  scene: Scene,
  frame: Frame,
  grid: readonly [number, number],
  lineWidth: number,
) {
  const { classes, task } = scene.scenery
  const [columns, rows] = grid
  const x = (column: number) => frame.left + (column / columns) * frame.width
  const y = (row: number) => frame.top + (row / rows) * frame.height
  context.beginPath()
  const trace = (at: (i: number) => number, level: number) =>
    traceLevel(context, { columns, rows, at }, level, x, y)
  if (task === 'regression') trace((i) => map[i], 0)
  else if (classes.length === 2) trace((i) => map[i], 0.5)
  else classes.forEach((_, c) => trace(margin(map, classes.length, c), 0))
  context.lineWidth = lineWidth
  context.lineCap = 'round'
  context.strokeStyle = scene.theme.colours.ink
  context.stroke()
}

/** Paints outputs over the plane, a pixel a cell of `grid`, and the lines between the regions. */
export function drawMap(
  context: Context,
  map: Float32Array | undefined,
  scene: Scene,
  frame: Frame,
  grid: readonly [number, number],
  lineWidth = 1.5,
  isHard = false,
): void {
  const { scenery, theme } = scene
  const { task, classes } = scenery
  const count = grid[0] * grid[1]
  // An answer to an older question, of another size, is not stretched into this one.
  if (!map || map.length % count !== 0) {
    context.fillStyle = theme.colours['paper-2']
    context.fillRect(...boxOf(frame))
    return
  }
  const scale = sandSea(theme.shade)
  const colours = classes.map((_, c) => classColour(theme, c, classes.length))
  if (isHard && task !== 'regression') {
    const hard = hardened(map, grid, map.length / count)
    paintImage(context, hard.grid, boxOf(frame), (pixels) => paintChosen(pixels, colours, hard.classes))
  } else
    paintImage(context, grid, boxOf(frame), (pixels) => {
      if (task === 'many classes') paintClasses(pixels, colours, map)
      else if (task === 'regression') paintScale(pixels, scale, map, (value) => signedPlace('tanh', value))
      else paintScale(pixels, scale, map, (value) => 0.5 + (value - 0.5) * INK)
    })
  drawBoundary(context, map, scene, frame, grid, lineWidth)
}

/** Stands in place of the network's output: that of the unit that is pointed at, else of the one that is open. */
function drawUnit(context: Context, { insides, tricks }: View, scene: Scene, cell: Cell): boolean {
  const unit = unitShown(scene.state, cell.pointed)
  const plane = insides?.plane
  if (!unit || plane?.layer !== unit.layer || plane.unit !== unit.unit) return false
  const wide = widen(scene.scenery.domain, cell)
  const grid = gridOf(wide)
  if (plane.values.length !== grid[0] * grid[1]) return false
  paintImage(context, grid, boxOf(fitFrame(wide, cell)), (pixels) =>
    paintScale(pixels, sandSea(scene.theme.shade), plane.values, (value) =>
      signedPlace(tricks.activation, value),
    ),
  )
  return true
}

export const decision = defineRow<undefined>({
  id: 'decision',
  title: 'Decision',
  height: 184,
  narrowHeight: 300,
  gap: 12,
  parts: ['map'],
  share: () => undefined,
  still: {
    over: true,
    watch: (_view, { scenery }) => [scenery],
    draw(context, _view, scene, _shared, cell) {
      const { domain } = scene.scenery
      if (domain.length === 2) drawPoints(context, scene, fitFrame(widen(domain, cell), cell))
      else if (domain.length === 1) drawFitPoints(context, scene, cell)
    },
  },
  draw(context, view, scene, _shared, cell) {
    const { domain } = scene.scenery
    if (domain.length === 1) drawFitLine(context, view, view.insides?.map, scene, cell)
    else if (domain.length === 2) {
      const wide = widen(domain, cell)
      const frame = fitFrame(wide, cell)
      const isHard = scene.state.show.map === 'classes'
      if (!drawUnit(context, view, scene, cell))
        drawMap(context, view.insides?.map, scene, frame, gridOf(wide), undefined, isHard)
      drawBatchRings(context, view, scene, frame, cell.example)
    }
  },
})
