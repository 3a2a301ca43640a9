import { number } from '../../parameters.ts'
import type { Random } from '../../random.ts'
import { defineAugmentation, isImage } from './augmentation.ts'

/** Uniform in −most, …, most. */
const whole = (most: number, random: Random) => Math.floor(random.uniform() * (2 * most + 1)) - most

/** −1, 0 or +1 pixel along each axis, all nine equally likely; what comes in from outside is blank. */
export const shift = defineAugmentation({
  id: 'shift',
  name: 'shifts',
  summary: 'Each image is moved by a pixel or not, along both axes.',
  suits: isImage,
  parameters: { pixels: number('s', 'pixels at most', 1, [0, 3], { scale: 'integer', key: 'shift' }) },
  apply(x, at, { pixels }, random, { width, height, blank }) {
    const down = whole(pixels, random)
    const right = whole(pixels, random)
    // From the side that the image moves to, so that each pixel is read before it is written.
    for (let i = 0; i < height; i++)
      for (let j = 0; j < width; j++) {
        const row = down > 0 ? height - 1 - i : i
        const column = right > 0 ? width - 1 - j : j
        const [fromRow, fromColumn] = [row - down, column - right]
        const inside = fromRow >= 0 && fromRow < height && fromColumn >= 0 && fromColumn < width
        x[at + row * width + column] = inside ? x[at + fromRow * width + fromColumn] : blank
      }
  },
})

/** Normal noise on each pixel, in units of the inputs: a pixel's spread over the data is 1. */
export const pixelNoise = defineAugmentation({
  id: 'pixelNoise',
  name: 'pixel noise',
  summary: 'Every pixel gets noise of its own.',
  suits: isImage,
  parameters: {
    spread: number('\\sigma', 'spread of the pixel noise', 0.5, [0, 3], { key: 'pixelnoise' }),
  },
  apply(x, at, { spread }, random, { width, height }) {
    for (let p = 0; p < width * height; p++) x[at + p] += spread * random.normal()
  },
})
