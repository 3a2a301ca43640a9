import type { Domain, Point } from '../../engine/surface.ts'

/** What of the plane is visible and where it is on screen. A unit is as long across as up, so that 45° is 45°. */
export interface MapView {
  width: number
  height: number
  /** Pixels a unit. */
  scale: number
  /** The visible part of the plane: the domain, extended along the side that has room to spare. */
  domain: Domain
  x: (w1: number) => number
  y: (w2: number) => number
  /** The point of the plane at a pixel. */
  at: (x: number, y: number) => Point
}

/** Fits all of `domain` into the box and centres it there. */
export function fitView([xMin, xMax, yMin, yMax]: Domain, width: number, height: number): MapView {
  const scale = Math.min(width / (xMax - xMin), height / (yMax - yMin))
  const left = (xMin + xMax) / 2 - width / 2 / scale
  const top = (yMin + yMax) / 2 + height / 2 / scale
  return {
    width,
    height,
    scale,
    domain: [left, left + width / scale, top - height / scale, top],
    x: (w1) => (w1 - left) * scale,
    y: (w2) => (top - w2) * scale,
    at: (x, y) => [left + x / scale, top - y / scale],
  }
}

/** The nearest visible point to `point`. */
export const clampTo = ([xMin, xMax, yMin, yMax]: Domain, [x, y]: Point): Point => [
  Math.max(xMin, Math.min(xMax, x)),
  Math.max(yMin, Math.min(yMax, y)),
]
