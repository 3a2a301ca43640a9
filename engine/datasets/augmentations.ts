import type { Value } from '../parameters.ts'
import { Random } from '../random.ts'
import { type Augmentation, defineAugmentation } from './augmentations/augmentation.ts'
import { pixelNoise, shift } from './augmentations/images.ts'
import { jitter, mirror, rotation } from './augmentations/points.ts'
import { expand } from './features.ts'
import type { Examples, Prepared } from './prepare.ts'

/** Examples as they are. */
const none = defineAugmentation({
  id: 'none',
  name: 'none',
  summary: 'Each example is the same each time it is seen.',
  suits: () => true,
  parameters: {},
  apply: () => {},
})

const list: readonly Augmentation[] = [none, jitter, rotation, mirror, shift, pixelNoise]

/** Every augmentation by its id, in the order in which they are offered. */
export const augmentations: Readonly<Record<string, Augmentation>> = Object.fromEntries(
  list.map((one) => [one.id, one]),
)

/** One that is switched on, with its parameters: `{ kind: 'jitter', spread: 0.05 }`. */
export type ChosenAugmentation = Readonly<{ kind: string } & Record<string, Value>>

export interface Augmenter {
  /** As large as the examples, with their targets; only rows that were augmented last are of use. */
  data: { x: Float64Array; d: Float64Array }
  /** Writes to `data.x` the rows that update k sees, each changed as its own place in the streams says. */
  augment: (rows: Int32Array, k: number) => void
}

/** Far-apart counters for neighbouring steps (Knuth's multiplicative hash), so that no two rows share a place. */
const place = (k: number, row: number) => (Math.imul(k, 0x9e3779b1) + row) >>> 0

/**
 * Changes examples before the network sees them: their points, by each augmentation in turn, and the features of
 * these after that. Each augmentation has its own stream, addressed by step and row: any step can be seen again, in
 * batches of any size and order, and switching one on leaves the others as they were.
 */
export function createAugmenter(
  { dataset, features }: Pick<Prepared, 'dataset' | 'features'>,
  { points, x, d }: Examples,
  chosen: readonly ChosenAugmentation[],
  seed: number,
): Augmenter {
  const width = dataset.inputs.length
  const moved = new Float64Array(points.length)
  const expanded = features.length > 0 ? new Float64Array(x.length) : moved
  const image = dataset.image ?? { width: 0, height: 0, blank: 0, full: 1 }
  const active = chosen.map((values) => ({
    apply: augmentations[values.kind].apply,
    values,
    random: new Random(seed, `augmentation ${values.kind}`),
  }))

  return {
    data: { x: expanded, d },
    augment(rows, k) {
      for (let i = 0; i < rows.length; i++) {
        const at = rows[i] * width
        for (let c = 0; c < width; c++) moved[at + c] = points[at + c]
        for (const { apply, values, random } of active)
          apply(moved, at, values, random.at(place(k, rows[i])), image)
        if (features.length > 0) expand(moved, features, expanded, rows[i], 1)
      }
    },
  }
}
