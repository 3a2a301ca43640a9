import type { SurfaceProblem } from '../experiment/experiment.ts'
import { cos, PI, sin } from '../mathematics.ts'
import type { Domain, Extremum, Point } from '../surface.ts'
import { surfaces } from '../surfaces/index.ts'

/** A surface as a problem poses it: with its parameters set, and turned about its pivot. */
export interface PosedSurface {
  value: (x: number, y: number) => number
  /** Writes [fxx, fxy, fyy]. */
  hessian: (w: Float64Array, out: Float64Array) => void
  domain: Domain
  extrema: readonly Extremum[]
  floor: number
}

/** cos and sin of whole quarter turns are exact, so that 90° maps axes onto axes. */
const turn = (degrees: number): Point => {
  const quarters = degrees / 90
  if (Number.isInteger(quarters)) {
    const n = ((quarters % 4) + 4) % 4
    return [n === 0 ? 1 : n === 2 ? -1 : 0, n === 1 ? 1 : n === 3 ? -1 : 0]
  }
  const angle = (degrees * PI) / 180
  return [cos(angle), sin(angle)]
}

/** `point` turned anticlockwise about `pivot`. */
export function rotate(point: Point, pivot: Point, degrees: number): Point {
  if (degrees === 0) return point
  const [c, s] = turn(degrees)
  const dx = point[0] - pivot[0]
  const dy = point[1] - pivot[1]
  return [pivot[0] + c * dx - s * dy, pivot[1] + s * dx + c * dy]
}

/**
 * The domain of a turned surface: as it was, but with room for the box about the pivot that has the start in a
 * corner. Races that fit into the unturned map stay on the turned one.
 */
function turnedDomain(domain: Domain, start: Point, pivot: Point, degrees: number): Domain {
  if (degrees === 0) return domain
  const [px, py] = pivot
  const reach = 1.08
  const dx = reach * (start[0] - px)
  const dy = reach * (start[1] - py)
  let [xMin, xMax, yMin, yMax] = domain
  for (const corner of [
    [dx, dy],
    [dx, -dy],
    [-dx, dy],
    [-dx, -dy],
  ]) {
    const [x, y] = rotate([px + corner[0], py + corner[1]], pivot, degrees)
    xMin = Math.min(xMin, x)
    xMax = Math.max(xMax, x)
    yMin = Math.min(yMin, y)
    yMax = Math.max(yMax, y)
  }
  return [xMin, xMax, yMin, yMax]
}

type Pose = Pick<SurfaceProblem, 'surface' | 'parameters' | 'rotation'>

/** Where a point of the plane lies on the surface before it is turned: q = pivot + Rᵀ(w − pivot). Unturned, it is w to the bit. */
function turned({ surface: id, parameters, rotation }: Pose) {
  const surface = surfaces[id]
  const values = parameters as never
  const pivot = surface.pivot(values)
  const [px, py] = pivot
  const [c, s] = turn(rotation)
  const still = rotation === 0
  const toX = (x: number, y: number) => (still ? x : px + c * (x - px) + s * (y - py))
  const toY = (x: number, y: number) => (still ? y : py - s * (x - px) + c * (y - py))
  return { surface, values, pivot, c, s, still, toX, toY }
}

/** All that training takes: gives f(w) = surface(q), and writes the exact gradient ∇f = R ∇q. */
export function objectiveOn(pose: Pose): (w: Float64Array, gradient: Float64Array) => number {
  const { surface, values, c, s, still, toX, toY } = turned(pose)
  return (w, gradient) => {
    const x = toX(w[0], w[1])
    const y = toY(w[0], w[1])
    surface.gradient(x, y, values, gradient)
    if (!still) {
      const gx = gradient[0]
      const gy = gradient[1]
      gradient[0] = c * gx - s * gy
      gradient[1] = s * gx + c * gy
    }
    return surface.value(x, y, values)
  }
}

/** f(w) with what is known of it besides: H = R Hq Rᵀ, its map, its minima. */
export function poseSurface(pose: Pose): PosedSurface {
  const { surface, values, pivot, c, s, still, toX, toY } = turned(pose)
  const { rotation } = pose
  return {
    value: (x, y) => surface.value(toX(x, y), toY(x, y), values),
    hessian(w, out) {
      surface.hessian(toX(w[0], w[1]), toY(w[0], w[1]), values, out)
      if (still) return
      const [xx, xy, yy] = out
      out[0] = c * c * xx - 2 * c * s * xy + s * s * yy
      out[1] = c * s * (xx - yy) + (c * c - s * s) * xy
      out[2] = s * s * xx + 2 * c * s * xy + c * c * yy
    },
    domain: turnedDomain(surface.domain(values), surface.starts[0], pivot, rotation),
    extrema: surface.extrema(values).map(({ at, kind }) => ({ at: rotate(at, pivot, rotation), kind })),
    floor: surface.floor(values),
  }
}
