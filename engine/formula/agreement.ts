import type { Values } from '../parameters.ts'
import type { Point, Surface } from '../surface.ts'

/** How far derivatives are from finite differences, relative to the greatest of their kind on the map. */
export interface Agreement {
  gradient: number
  hessian: number
  /** How many points were looked at: those where all is finite. */
  points: number
  /** Where they are furthest apart. */
  worst: Point
}

/** Points to a side of the map, none where a formula likes to be special. */
const GRID = 5
const OFFSET = 0.37
/** Of the map's side: what is left out is of its fourth power, what is rounded off of its inverse. */
const STEP = 1e-5

/** f′(0) by central differences over h and 2h, extrapolated to h = 0 (Richardson 1911). */
const slopeOf = (f: (t: number) => number, h: number): number =>
  (8 * (f(h) - f(-h)) - (f(2 * h) - f(-2 * h))) / (12 * h)

const greatest = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, Math.abs(b)), 0)
const apart = (ours: readonly number[], theirs: readonly number[]) =>
  greatest(ours.map((value, i) => value - theirs[i]))

/** Holds the gradient of a surface against differences of its value, its Hessian against differences of its gradient. */
export function agreementOf({ domain, value, gradient, hessian }: Surface, own: Values): Agreement {
  const [xMin, xMax, yMin, yMax] = domain(own)
  const side = Math.max(xMax - xMin, yMax - yMin)
  const h = STEP * side
  const out = new Float64Array(3)
  const slope = (x: number, y: number) => (gradient(x, y, own, out), [out[0], out[1]])
  const looks = Array.from({ length: GRID * GRID }, (_, n) => {
    const x = xMin + (((n % GRID) + OFFSET) / GRID) * (xMax - xMin)
    const y = yMin + ((Math.floor(n / GRID) + OFFSET) / GRID) * (yMax - yMin)
    const g = slope(x, y)
    hessian(x, y, own, out)
    const bend = [...out]
    return {
      at: [x, y] as Point,
      // What rounding makes of a difference depends on how high the surface is, however flat.
      steep: Math.max(greatest(g), Math.abs(value(x, y, own)) / side),
      bent: greatest(bend),
      gradient: apart(g, [slopeOf((t) => value(x + t, y, own), h), slopeOf((t) => value(x, y + t, own), h)]),
      hessian: apart(bend, [
        slopeOf((t) => slope(x + t, y)[0], h),
        slopeOf((t) => slope(x, y + t)[0], h),
        slopeOf((t) => slope(x, y + t)[1], h),
      ]),
    }
  }).filter((look) => Number.isFinite(look.gradient + look.hessian))
  const steep = greatest(looks.map((look) => look.steep)) || 1
  const bent = Math.max(greatest(looks.map((look) => look.bent)), steep / side)
  const off = looks.map((look) => Math.max(look.gradient / steep, look.hessian / bent))
  const worst = looks[off.indexOf(greatest(off))]
  return {
    gradient: greatest(looks.map((look) => look.gradient)) / steep,
    hessian: greatest(looks.map((look) => look.hessian)) / bent,
    points: looks.length,
    worst: worst?.at ?? [NaN, NaN],
  }
}
