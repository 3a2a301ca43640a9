import type { Lab } from '../lab/lab.ts'

/** A value outside React, for what moves with the pointer. */
export interface Held<T> {
  get: () => T
  set: (next: T) => void
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Layers look anew at what they watch whenever another value is held. */
export function createHeld<T>(lab: Lab, first: T): Held<T> {
  let current = first
  return {
    get: () => current,
    set(next) {
      if (isSame(next, current)) return
      current = next
      lab.setState({})
    },
  }
}
