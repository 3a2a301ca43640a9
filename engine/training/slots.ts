import type { Optimizer, Update } from '../optimizer.ts'
import type { Insides } from './insides.ts'
import type { Carry, Vectors } from './trainee.ts'

const mapSlots = (slots: Vectors, map: (values: Float64Array, name: string) => Float64Array): Vectors =>
  Object.fromEntries(Object.entries(slots).map(([name, values]) => [name, map(values, name)]))

export const copySlots = (slots: Vectors): Vectors => mapSlots(slots, (values) => values.slice())

const initialOf = ({ slots }: Optimizer, name: string, hyper: Update['hyper']): number => {
  const { initial = 0 } = slots[name]
  return typeof initial === 'function' ? initial(hyper as never) : initial
}

/** What an optimizer keeps before its first update of `size` parameters. */
export const freshSlots = (optimizer: Optimizer, hyper: Update['hyper'], size: number): Vectors =>
  Object.fromEntries(
    Object.entries(optimizer.slots).map(([name, { size: extent }]) => [
      name,
      new Float64Array(extent === 'run' ? 1 : size).fill(initialOf(optimizer, name, hyper)),
    ]),
  )

/** What it keeps when some parameters have come or gone: the others' entries as they were. */
export const carrySlots = (
  optimizer: Optimizer,
  hyper: Update['hyper'],
  slots: Vectors,
  carry: Carry,
): Vectors =>
  mapSlots(slots, (values, name) =>
    optimizer.slots[name].size === 'run' ? values : carry(values, initialOf(optimizer, name, hyper)),
  )

/** w, g, Δw and the slots and readings after an update, in new arrays. Before the first one there are no readings. */
export function stateOf(
  { readings }: Optimizer,
  update: Update,
  before: Float64Array,
): Pick<Insides, 'w' | 'g' | 'update' | 'slots'> {
  const { w, gradient, k } = update
  const slots = Object.entries(update.slots).map(
    ([name, values]) => [name, Float32Array.from(values)] as const,
  )
  if (k === 0) return { w: Float32Array.from(w), slots: Object.fromEntries(slots) }
  const derived = Object.entries(readings).map(
    ([name, { at }]) => [name, Float32Array.from(w, (_, i) => at(update, i))] as const,
  )
  return {
    w: Float32Array.from(w),
    g: Float32Array.from(gradient),
    update: Float32Array.from(w, (value, i) => value - before[i]),
    slots: Object.fromEntries([...slots, ...derived]),
  }
}
