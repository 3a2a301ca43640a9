import { cosAndSin, PI } from '../../mathematics.ts'
import { choice, number } from '../../parameters.ts'
import { defineAugmentation, isPlanar } from './augmentation.ts'

const sample = new Float64Array(2)
const turn = new Float64Array(2)

/** x + σ n. */
export const jitter = defineAugmentation({
  id: 'jitter',
  name: 'jitter',
  summary: 'Each point is moved a little, another way each time it is seen.',
  suits: isPlanar,
  parameters: { spread: number('\\sigma', 'spread of the jitter', 0.05, [0, 1], { key: 'jitter' }) },
  apply(x, at, { spread }, random) {
    random.normals(sample)
    x[at] += spread * sample[0]
    x[at + 1] += spread * sample[1]
  },
})

/** Turned about the origin by an angle uniform in ±degrees. */
export const rotation = defineAugmentation({
  id: 'rotation',
  name: 'rotation',
  summary: 'Each point is turned about the centre.',
  suits: isPlanar,
  parameters: { degrees: number('\\varphi', 'degrees at most', 15, [0, 180], { key: 'rotation' }) },
  apply(x, at, { degrees }, random) {
    turn[0] = ((degrees * PI) / 180) * (2 * random.uniform() - 1)
    cosAndSin(turn)
    const first = x[at]
    const second = x[at + 1]
    x[at] = turn[0] * first - turn[1] * second
    x[at + 1] = turn[1] * first + turn[0] * second
  },
})

/** The sign of a coordinate, or of both together, is turned with probability ½. */
export const mirror = defineAugmentation({
  id: 'mirror',
  name: 'mirror',
  summary: 'Every other point, at random, is replaced by its mirror image.',
  suits: isPlanar,
  parameters: {
    across: choice(
      'mirrored',
      'x1',
      { x1: 'left to right', x2: 'top to bottom', both: 'through the centre' },
      'mirror',
    ),
  },
  apply(x, at, { across }, random) {
    if (random.uniform() < 0.5) return
    if (across !== 'x2') x[at] = -x[at]
    if (across !== 'x1') x[at + 1] = -x[at + 1]
  },
})
