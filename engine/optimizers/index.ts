import type { Optimizer } from '../optimizer.ts'
import { rmsprop } from './rmsprop.ts'

const list: readonly Optimizer[] = [rmsprop]

/** Every optimizer by its id, in the order in which they are offered. */
export const optimizers: Readonly<Record<string, Optimizer>> = Object.fromEntries(list.map((one) => [one.id, one]))
