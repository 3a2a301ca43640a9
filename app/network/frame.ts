import type { Range } from '../../engine/dataset.ts'
import type { Size } from '../drawing/Layer.tsx'

/** Where a map lies in its cell, and the part of the plane that it shows. */
export interface Frame {
  left: number
  top: number
  width: number
  height: number
  x: (value: number) => number
  y: (value: number) => number
}

/** The domain in the middle of a cell, as large as it fits with equal axes: on a map 45° is 45°. */
export function fitFrame([xs, ys]: readonly Range[], { width, height }: Size): Frame {
  const perUnit = Math.min(width / (xs[1] - xs[0]), height / (ys[1] - ys[0]))
  // A little is not worth an edge.
  const isNear = (own: number, all: number) => own * perUnit > 0.88 * all
  const w = isNear(xs[1] - xs[0], width) ? width : perUnit * (xs[1] - xs[0])
  const h = isNear(ys[1] - ys[0], height) ? height : perUnit * (ys[1] - ys[0])
  const left = Math.round((width - w) / 2)
  const top = Math.round((height - h) / 2)
  return {
    left,
    top,
    width: w,
    height: h,
    x: (value) => left + ((value - xs[0]) / (xs[1] - xs[0])) * w,
    y: (value) => top + ((ys[1] - value) / (ys[1] - ys[0])) * h,
  }
}

/** The domain as far as a cell of this shape shows it with equal axes: what is too narrow for it is widened. */
export function widen(domain: readonly Range[], { width, height }: Size): readonly Range[] {
  if (domain.length !== 2 || width === 0 || height === 0) return domain
  const [[left, right], [bottom, top]] = domain
  const perUnit = Math.min(width / (right - left), height / (top - bottom))
  const about = (low: number, high: number, span: number): Range => [
    (low + high - span) / 2,
    (low + high + span) / 2,
  ]
  return [about(left, right, width / perUnit), about(bottom, top, height / perUnit)]
}

/** Rows of a map's grid; it is drawn some four times as large, and smoothed. */
const ROWS = 46

/** Columns and rows to ask for, squares of the plane. A line of one input is one row. */
export function gridOf(
  domain: readonly Range[],
  most: number = ROWS,
): readonly [columns: number, rows: number] {
  if (domain.length === 1) return [Math.round(3.26 * most), 1]
  if (domain.length === 0) return [1, 1]
  const [[left, right], [bottom, top]] = domain
  return [Math.max(12, Math.min(160, Math.round((most * (right - left)) / (top - bottom)))), most]
}
