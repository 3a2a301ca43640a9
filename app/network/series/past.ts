import { isTraced } from '../../drawing/exposure.ts'
import { strokeOwn } from './lines.ts'
import type { Curves } from './scale.ts'
import type { Cell, Context } from '../row.ts'

/** Px above and below the plot to which lines and their ends reach. */
const EDGE = 6

interface Picture {
  width: number
  ratio: number
  /** Missing until the same lines are drawn a second time: those of data in motion need no picture. */
  canvas: HTMLCanvasElement | undefined
}
const pictures = new WeakMap<Curves, Picture>()

function develop(own: Curves, { width, height }: Cell, ratio: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(width * ratio)
  canvas.height = Math.ceil((height + 2 * EDGE) * ratio)
  const context = canvas.getContext('2d')
  context?.setTransform(ratio, 0, 0, ratio, 0, EDGE * ratio)
  if (context) strokeOwn(context, own, 1)
  return canvas
}

/** A run's lines up to `x`. While only the cursor moves they are cut from a picture of them all. */
export function drawPast(context: Context, own: Curves, x: number, cell: Cell): void {
  const ratio = context.getTransform().a
  const known = pictures.get(own)
  if (!known || known.width !== cell.width || known.ratio !== ratio || isTraced()) {
    pictures.set(own, { width: cell.width, ratio, canvas: undefined })
    context.save()
    context.beginPath()
    context.rect(-2, -EDGE, x + 2, cell.height + 2 * EDGE)
    context.clip()
    strokeOwn(context, own, 1)
    context.restore()
    return
  }
  known.canvas ??= develop(own, cell, ratio)
  const cut = Math.min(known.canvas.width, Math.round(x * ratio))
  const { height } = known.canvas
  if (cut > 0) context.drawImage(known.canvas, 0, 0, cut, height, 0, -EDGE, cut / ratio, height / ratio)
}
