import { extent } from 'd3-array'
import type { Examples } from '../../engine/datasets/index.ts'
import type { Cell, Context } from './row.ts'
import type { Scene, View } from './scene.ts'

/** With one input there is no plane: the target over the input, and the function that has been fitted. */
export function scaleFit({ scenery }: Scene, { width, height }: Pick<Cell, 'width' | 'height'>) {
  const [low, high] = scenery.domain[0]
  const d = scenery.points?.train.d ?? []
  const [least = -1, most = 1] = extent(d)
  const margin = 0.14 * (most - least || 1)
  return {
    x: (value: number) => ((value - low) / (high - low)) * width,
    y: (value: number) => (1 - (value - least + margin) / (most - least + 2 * margin)) * height,
  }
}

export function drawFitPoints(context: Context, scene: Scene, cell: Cell): void {
  const { points } = scene.scenery
  if (!points) return
  const { colours } = scene.theme
  const { x, y } = scaleFit(scene, cell)
  const each = (examples: Examples, r: number) => {
    context.beginPath()
    for (let i = 0; i < examples.count; i++) {
      context.moveTo(x(examples.points[i]) + r, y(examples.d[i]))
      context.arc(x(examples.points[i]), y(examples.d[i]), r, 0, 2 * Math.PI)
    }
  }
  context.fillStyle = colours.paper
  context.strokeStyle = colours['ink-3']
  each(points.validation, 1.3)
  context.fill()
  context.stroke()
  context.globalAlpha = 0.75
  context.fillStyle = colours.ink
  each(points.train, 1.9)
  context.fill()
  context.globalAlpha = 1
}

export function drawFitLine(
  context: Context,
  view: View,
  map: Float32Array | undefined,
  scene: Scene,
  cell: Pick<Cell, 'width' | 'height'>,
): void {
  if (!map) return
  const { y } = scaleFit(scene, cell)
  context.beginPath()
  map.forEach((value, i) => context.lineTo(((i + 0.5) / map.length) * cell.width, y(value)))
  context.lineJoin = 'round'
  context.lineWidth = 4.5
  context.strokeStyle = scene.theme.colours.halo
  context.stroke()
  context.lineWidth = 2
  context.strokeStyle = view.colour
  context.stroke()
}
