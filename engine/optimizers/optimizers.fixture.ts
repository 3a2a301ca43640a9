import type { Optimizer, Update } from '../optimizer.ts'
import { defaults, type Value } from '../parameters.ts'

/** Slots as they are before the first update. */
const freshSlots = ({ slots }: Optimizer, hyper: object, size: number): Record<string, Float64Array> =>
  Object.fromEntries(
    Object.entries(slots).map(([name, { size: extent, initial = 0 }]) => [
      name,
      new Float64Array(extent === 'run' ? 1 : size).fill(
        typeof initial === 'function' ? initial(hyper as never) : initial,
      ),
    ]),
  )

export type Gradient = (w: Float64Array, k: number) => readonly number[]

/** A run in progress: `step` makes one update and returns its Δw. */
export function start(
  optimizer: Optimizer,
  options: Readonly<Record<string, Value>>,
  from: readonly number[],
  slope: Gradient,
) {
  const hyper = { ...defaults(optimizer.parameters), ...options }
  const w = Float64Array.from(from)
  const point = w.slice()
  const update: Update = {
    w,
    gradient: new Float64Array(w.length),
    slots: freshSlots(optimizer, hyper, w.length),
    hyper: hyper as never,
    rate: hyper.learningRate as number,
    k: 0,
  }
  function step(): number[] {
    const old = w.slice()
    point.set(w)
    optimizer.lookAhead?.(update, point)
    update.k++
    update.gradient.set(slope(point, update.k))
    optimizer.update(update)
    return Array.from(w, (value, i) => value - old[i])
  }
  return { w, update, hyper, step }
}
