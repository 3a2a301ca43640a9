import { number, type NumberParameter } from '../parameters.ts'
import { limits } from './experiment.ts'

/** The numbers of an experiment that belong to no registry, as parameters: ranges, labels, keys in a link. */
export const fields = {
  seed: number('s', 'seed', 1, [0, 4294967295], { scale: 'integer' }),
  steps: number('K', 'steps', 60, [1, limits.steps], { scale: 'integer' }),
  rotation: number('\\theta', 'rotation in degrees', 0, [-360, 360], { key: 'rotate' }),
  coordinate: number('w', 'coordinate of the start', 0, [-1e6, 1e6]),
  noise: number('\\sigma', 'gradient noise', 0, [0, 1000]),
  weightDecay: number('\\lambda', 'weight decay, coupled', 0, [0, 1000], { key: 'wd' }),
} satisfies Record<string, NumberParameter>
