import type { Experiment } from '../../engine/experiment/experiment.ts'
import type { Level } from '../figure/levels.ts'

/** Px of the columns that pages have: beside something, of text, of a wide page. */
export const widths = [320, 640, 960] as const

/** What the heights below are of: four runs on a surface, two networks. */
export const measured = {
  surface: 'v=1&f=ravine&opt=sgd,momentum,rmsprop,adam',
  network: 'v=1&data=circles&opt=sgd,adam',
} as const

/**
 * Px that a figure of a level needs at each of the widths, under its title: for a frame that nobody has measured. A
 * browser measures them anew in e2e/heights.spec.ts, which says what has to stand here.
 */
export const heights: Readonly<
  Record<Experiment['problem']['kind'], Readonly<Record<Level, readonly [number, number, number]>>>
> = {
  surface: {
    figure: [291, 489, 550],
    minimal: [543, 338, 469],
    compact: [319, 495, 556],
    full: [1091, 742, 742],
  },
  network: {
    figure: [518, 332, 332],
    minimal: [666, 444, 444],
    compact: [568, 360, 360],
    full: [1160, 826, 826],
  },
}
