import type { Held } from './held.ts'
import type { Weight } from './weights.ts'

/** What the pointer or the keyboard is on, in any column: the same in all others is shown with it. */
export type Pointed = { kind: 'unit'; layer: number; unit: number } | ({ kind: 'weight' } & Weight)

export type PointedStore = Held<Pointed | undefined>
