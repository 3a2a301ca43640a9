/** How large a learning rate may be before a run diverges, where theory has a closed form for it. */
import { surfaceOf } from '../../engine/experiment/kinds.ts'
import type { Experiment, Run } from '../../engine/experiment/experiment.ts'
import { plain, setting } from '../drawing/format.ts'
import { type PosedSurface, poseSurface } from '../../engine/training/surfaceObjective.ts'

export interface StabilityLimit {
  /** Rates below it are stable. */
  eta: number
  /** Where it comes from: `2/λmax`. */
  reason: string
  /** Exact on a quadratic; elsewhere it holds near the minimum only. */
  isExact: boolean
}

/** [η λ at the limit, how it is written], for the rules whose stability is known. */
const bounds: Readonly<Record<string, (hyper: Run['hyperparameters']) => [number, string]>> = {
  sgd: () => [2, '2/λmax'],
  momentum: ({ momentum, dampening, form }) => {
    const beta = momentum as number
    const share = form === 'buffer' ? 1 - (dampening as number) : 1
    return share === 1 ? [2 * (1 + beta), '2(1+β)/λmax'] : [(2 * (1 + beta)) / share, '2(1+β)/((1−τ)λmax)']
  },
  nesterov: ({ momentum }) => {
    const beta = momentum as number
    return [(2 * (1 + beta)) / (1 + 2 * beta), '2(1+β)/((1+2β)λmax)']
  },
}

/** Larger eigenvalue of [[a, b], [b, c]]. */
const largestEigenvalue = ([a, b, c]: ArrayLike<number> & Iterable<number>): number =>
  (a + c) / 2 + Math.sqrt(((a - c) / 2) ** 2 + b * b)

export function hessianAt(posed: PosedSurface, x: number, y: number): Float64Array {
  const hessian = new Float64Array(3)
  posed.hessian(Float64Array.of(x, y), hessian)
  return hessian
}

/** Whether the curvature is the same wherever one looks. */
export function isQuadratic(posed: PosedSurface): boolean {
  const [x0, x1, y0, y1] = posed.domain
  const first = hessianAt(posed, x0, y0)
  const size = largestEigenvalue(first.map(Math.abs))
  const places = [
    [x1, y1],
    [(x0 + x1) / 2, (y0 + y1) / 2],
    [0.7 * x0 + 0.3 * x1, 0.2 * y0 + 0.8 * y1],
  ]
  return places.every(([x, y]) =>
    hessianAt(posed, x, y).every((entry, i) => Math.abs(entry - first[i]) <= 1e-9 * size),
  )
}

/** The global minimum nearest to the start. */
export function nearestMinimum(posed: PosedSurface, [x, y]: readonly [number, number]) {
  const minima = posed.extrema.filter(({ kind }) => kind === 'global').map(({ at }) => at)
  const distance = ([a, b]: readonly [number, number]) => Math.hypot(a - x, b - y)
  return minima.sort((a, b) => distance(a) - distance(b))[0] as readonly [number, number] | undefined
}

/** The curvature that decides stability at the minimum, coupled weight decay included. */
function steepest(experiment: Experiment, run: Run): number | undefined {
  const posed = poseSurface(surfaceOf(experiment))
  const minimum = nearestMinimum(posed, run.problem.start ?? surfaceOf(experiment).start)
  return minimum && largestEigenvalue(hessianAt(posed, ...minimum)) + run.weightDecay
}

export function stabilityLimit(experiment: Experiment, run: Run): StabilityLimit | undefined {
  const bound = Object.hasOwn(bounds, run.optimizer) ? bounds[run.optimizer] : undefined
  // Clipped steps stay bounded, and a schedule may pass below the limit in time.
  if (!bound || run.clipping.kind !== 'none' || run.schedule.kind !== 'constant') return undefined
  const lambda = steepest(experiment, run)
  if (lambda === undefined || !(lambda > 0)) return undefined
  const [product, reason] = bound(run.hyperparameters)
  return { eta: product / lambda, reason, isExact: isQuadratic(poseSurface(surfaceOf(experiment))) }
}

const texts = new WeakMap<Experiment, Map<string, string | undefined>>()

/** "stable if η < 0.04", where the limit is known; worked out once for each run of an experiment. */
export function limitText(experiment: Experiment, id: string): string | undefined {
  let known = texts.get(experiment)
  if (!known) texts.set(experiment, (known = new Map()))
  if (!known.has(id)) {
    const run = experiment.runs.find((one) => one.id === id)
    const limit = run && stabilityLimit(experiment, run)
    known.set(id, limit && `stable if η < ${plain(setting(Number(limit.eta.toPrecision(3))))}`)
  }
  return known.get(id)
}
