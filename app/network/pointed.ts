import type { Held } from './held.ts'

/** What the pointer is on in the diagram of any column: the same in all others is shown with it. */
export type Pointed =
  | { kind: 'unit'; layer: number; unit: number }
  | { kind: 'weight'; layer: number; unit: number; input: number }

export type PointedStore = Held<Pointed | undefined>
