import { ticks } from 'd3-array'
import type { Influence } from '../../../engine/training/insides.ts'

/** The z and the u of a batch on two axes, one above the other. */
export interface Scales {
  z: readonly [low: number, high: number]
  /** From −reach to reach. */
  u: number
}

/** How far an example may be held beyond the others, in widths of the batch. */
const ROOM = 0.5

/**
 * The scales of one batch, with room to drag: u stays within √(B−1) whatever is done to one z. Each run has its own, for
 * one with a wide spread would leave the dots of the others too close together to be told apart.
 */
export function scalesOf({ z, u }: Pick<Influence, 'z' | 'u'>): Scales {
  const low = z.reduce((least, value) => Math.min(least, value))
  const high = z.reduce((most, value) => Math.max(most, value))
  const room = Math.max(ROOM * (high - low), 1e-3)
  const reach = u.reduce((most, value) => Math.max(most, Math.abs(value)), 1)
  return {
    z: [low - room, high + room],
    u: 1.04 * Math.min(Math.sqrt(Math.max(1, z.length - 1)), (1 + 2 * ROOM) * reach),
  }
}

/** Px from the left, and back. */
export interface Place {
  left: number
  right: number
}
export const zToX = ({ z: [low, high] }: Scales, { left, right }: Place, value: number): number =>
  left + ((value - low) / (high - low)) * (right - left)
export const xToZ = ({ z: [low, high] }: Scales, { left, right }: Place, x: number): number =>
  low + ((x - left) / (right - left)) * (high - low)
export const uToX = ({ u }: Scales, { left, right }: Place, value: number): number =>
  left + ((value + u) / (2 * u)) * (right - left)

/** A few round numbers of an axis. */
export const axisTicks = (low: number, high: number): number[] => ticks(low, high, 4)

/** The example whose dot on either axis is nearest to (x, y), if it is within `reach` px. */
export function nearestExample(
  { z, u }: Influence,
  scales: Scales,
  place: Place,
  [yU, yZ]: readonly [number, number],
  x: number,
  y: number,
  reach: number,
): number | undefined {
  const isAbove = Math.abs(y - yU) < Math.abs(y - yZ)
  let [best, least]: [number | undefined, number] = [undefined, reach]
  for (let i = 0; i < z.length; i++) {
    const away = Math.abs((isAbove ? uToX(scales, place, u[i]) : zToX(scales, place, z[i])) - x)
    if (away <= least) [best, least] = [i, away]
  }
  return best
}
