import type { Surface } from '../surface.ts'
import { ravine } from './ravine.ts'

const list: readonly Surface[] = [ravine]

/** Every surface by its id, in the order in which they are offered. */
export const surfaces: Readonly<Record<string, Surface>> = Object.fromEntries(list.map((one) => [one.id, one]))
