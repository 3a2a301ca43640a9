import type { Parameters, Values } from '../../parameters.ts'
import type { Random } from '../../random.ts'
import type { Dataset } from '../../dataset.ts'

/**
 * A random change to an example that leaves its class as it is. What it teaches is exactly the invariance that it
 * puts in, so it has to match what will be met.
 */
export interface Augmentation<P extends Parameters = Parameters> {
  id: string
  name: string
  summary: string
  parameters: P
  /** Whether it makes sense for a set's inputs. */
  suits: (dataset: Dataset) => boolean
  /** Changes in place the inputs of one example, which start at `at` in x. */
  apply: (x: Float64Array, at: number, parameters: Values<P>, random: Random, image: Image) => void
}

export const isPlanar = ({ inputs }: Dataset): boolean => inputs.length === 2
export const isImage = ({ image }: Dataset): boolean => image !== undefined

export type Image = NonNullable<Dataset['image']>

export const defineAugmentation = <const P extends Parameters>(augmentation: Augmentation<P>): Augmentation =>
  augmentation as unknown as Augmentation
