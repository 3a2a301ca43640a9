import type { Frame } from '../frame.ts'
import type { Context } from '../row.ts'
import type { Scene, View } from '../scene.ts'
import { focusIn } from './terms.ts'

/** Where the examples of the batch are on the map, in its order. */
function placesOf({ insides }: View, { scenery }: Scene, frame: Frame): readonly [x: number, y: number][] {
  const points = scenery.points?.train.points
  const rows = insides?.influence?.rows
  if (!points || !rows || scenery.domain.length !== 2) return []
  return Array.from(rows, (row) => [frame.x(points[2 * row]), frame.y(points[2 * row + 1])])
}

/** The example of the batch at a place of the map, within `reach` px. */
export function exampleAt(
  view: View,
  scene: Scene,
  frame: Frame,
  [x, y]: readonly [number, number],
  reach: number,
): number | undefined {
  let [best, least]: [number | undefined, number] = [undefined, reach]
  placesOf(view, scene, frame).forEach(([px, py], i) => {
    const away = Math.hypot(px - x, py - y)
    if (away < least) [best, least] = [i, away]
  })
  return best
}

/** Rings of a larger batch would hide the map. */
const MOST = 64

/** Rings around the examples of the batch, a strong one around that in focus. */
export function drawBatchRings(
  context: Context,
  view: View,
  scene: Scene,
  frame: Frame,
  example: number | undefined,
): void {
  if (example === undefined) return
  const places = placesOf(view, scene, frame)
  if (places.length === 0) return
  const { colours } = scene.theme
  const ring = ([x, y]: readonly [number, number], r: number) => {
    context.beginPath()
    context.arc(x, y, r, 0, 2 * Math.PI)
    context.stroke()
  }
  context.strokeStyle = colours['ink-2']
  context.lineWidth = 0.9
  if (places.length <= MOST) for (const place of places) ring(place, 4.6)
  context.strokeStyle = colours.halo
  context.lineWidth = 4.5
  const own = places[focusIn(example, places.length)]
  ring(own, 7.5)
  context.strokeStyle = colours.ink
  context.lineWidth = 2
  ring(own, 7.5)
}
