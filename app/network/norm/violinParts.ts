import type { Insides } from '../../../engine/training/insides.ts'
import type { Cell, Context } from '../row.ts'
import type { Scene, View } from '../scene.ts'
import { bands, binValue, density, peak, spreadOf } from './violin.ts'

export type LayerBatch = NonNullable<Insides['batch']>['layers'][number]
/** z to px from the top. */
export type Scale = (value: number) => number

/** A density that is lower than this share of its peak is not drawn. */
const FAINT = 0.004

interface Side {
  curve: Float64Array
  /** What stands for the width: the peak of this curve or of another. */
  most: number
  /** Where it begins, and the px of its peak, negative to the left. */
  x: number
  width: number
}

/** Adds a density to the path of the context, from its baseline out, or as an outline alone. */
function traceSide(
  context: Context,
  { curve, most, x, width }: Side,
  y: Scale,
  reach: number,
  isClosed: boolean,
) {
  let isOpen = false
  let last = 0
  for (let i = 0; i < curve.length; i++) {
    const share = curve[i] / most
    const at = y(binValue(i, reach))
    if (share < FAINT) {
      if (isOpen && isClosed) context.lineTo(x, last)
      isOpen = false
      continue
    }
    if (!isOpen) {
      if (isClosed) {
        context.moveTo(x, at)
        context.lineTo(x + width * share, at)
      } else context.moveTo(x + width * share, at)
    } else context.lineTo(x + width * share, at)
    isOpen = true
    last = at
  }
  if (isOpen && isClosed) context.lineTo(x, last)
}

export function drawBand(
  context: Context,
  { tricks, insides }: View,
  { theme }: Scene,
  cell: Cell,
  reach: number,
  y: Scale,
) {
  const band = bands[tricks.activation]
  context.fillStyle = theme.colours['rule-2']
  if (band && insides) {
    const top = y(Math.min(reach, band.high))
    context.fillRect(0, top, cell.width, y(Math.max(-reach, band.low)) - top)
  }
  context.fillStyle = theme.colours.rule
  context.fillRect(0, Math.round(y(0)) - 0.5, cell.width, 1)
}

/** The batch's mean as a bar, its deviation as a line through it, and the running mean as a triangle. */
function drawMoments(
  context: Context,
  layer: LayerBatch,
  unit: number,
  x: number,
  slot: number,
  { theme }: Scene,
  y: Scale,
) {
  const { mean, variance, z, units, runningMean } = layer
  const [own, deviation] =
    mean && variance ? [mean[unit], Math.sqrt(variance[unit])] : spreadOf(z, unit, units)
  context.strokeStyle = theme.colours.ink
  context.beginPath()
  context.moveTo(x - 2, y(own - deviation))
  context.lineTo(x - 2, y(own + deviation))
  context.lineWidth = 1.2
  context.stroke()
  context.beginPath()
  context.moveTo(x - Math.min(12, slot * 0.26), y(own))
  context.lineTo(x - 2, y(own))
  context.lineWidth = 2.2
  context.stroke()
  if (!runningMean) return
  const tip = x - slot * 0.47 + 6.5
  const at = y(runningMean[unit])
  context.beginPath()
  context.moveTo(tip, at)
  context.lineTo(tip - 6.5, at - 3.6)
  context.lineTo(tip - 6.5, at + 3.6)
  context.closePath()
  context.fillStyle = theme.colours.paper
  context.fill()
  context.lineWidth = 1.1
  context.stroke()
}

/** The lecture's mean over all minibatches as a diamond, beside the triangle of the running average. */
export function drawPopulation(context: Context, x: number, slot: number, { theme }: Scene, at: number) {
  const tip = x - slot * 0.47 + 13
  context.beginPath()
  context.moveTo(tip - 3.4, at)
  context.lineTo(tip, at - 3.4)
  context.lineTo(tip + 3.4, at)
  context.lineTo(tip, at + 3.4)
  context.closePath()
  context.fillStyle = theme.colours.ink
  context.fill()
  context.strokeStyle = theme.colours.halo
  context.lineWidth = 1
  context.stroke()
}

export function drawUnit(
  context: Context,
  view: View,
  layer: LayerBatch,
  unit: number,
  [x, slot]: readonly [number, number],
  scene: Scene,
  reach: number,
  y: Scale,
) {
  const { colours } = scene.theme
  const { z, u, units, mean, gamma, beta } = layer
  const scale = reach / 4.6
  const left = density(z, unit, units, reach, 0.28 * scale)
  context.fillStyle = colours['ink-3']
  context.globalAlpha = 0.55
  context.beginPath()
  traceSide(context, { curve: left, most: peak(left), x: x - 2, width: -slot * 0.4 }, y, reach, true)
  context.fill()
  if (mean) {
    const right = density(u, unit, units, reach, 0.24 * scale)
    const most = peak(right)
    context.fillStyle = view.colour
    context.globalAlpha = 0.8
    context.beginPath()
    traceSide(context, { curve: right, most, x: x + 2, width: slot * 0.38 }, y, reach, true)
    context.fill()
    if (gamma && beta) {
      const moved = Float32Array.from(
        { length: u.length / units },
        (_, i) => gamma[unit] * u[i * units + unit] + beta[unit],
      )
      const outline = density(moved, 0, 1, reach, 0.24 * scale)
      context.strokeStyle = colours.ink
      context.lineWidth = 1
      context.beginPath()
      const width = Math.min(slot * 0.38, (slot * 0.5 * most) / peak(outline))
      traceSide(context, { curve: outline, most, x: x + 2, width }, y, reach, false)
      context.stroke()
    }
  } else {
    // Without batch norm ẑ is z: the same again, in the run's colour.
    context.fillStyle = view.colour
    context.globalAlpha = 0.35
    context.beginPath()
    traceSide(context, { curve: left, most: peak(left), x: x - 2, width: slot * 0.4 }, y, reach, true)
    context.fill()
  }
  context.globalAlpha = 1
  drawMoments(context, layer, unit, x, slot, scene, y)
}
