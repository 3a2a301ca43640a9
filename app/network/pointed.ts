import type { Lab } from '../lab/lab.ts'

/** What the pointer is on in the diagram of any column: the same in all others is shown with it. */
export type Pointed =
  | { kind: 'unit'; layer: number; unit: number }
  | { kind: 'weight'; layer: number; unit: number; input: number }

export interface PointedStore {
  get: () => Pointed | undefined
  set: (next: Pointed | undefined) => void
}

const isSame = (a: Pointed | undefined, b: Pointed | undefined) => JSON.stringify(a) === JSON.stringify(b)

export function createPointed(lab: Lab): PointedStore {
  let current: Pointed | undefined
  return {
    get: () => current,
    set(next) {
      if (isSame(next, current)) return
      current = next
      // Layers look anew at what they watch.
      lab.setState({})
    },
  }
}
