import type { Checkpoint } from './runner.ts'

/** Checkpoints of one computation, evenly spaced, so that any step can be revisited at little cost. */
export interface Checkpoints {
  readonly list: readonly Checkpoint[]
  /** The step at which the next is to be taken. */
  readonly next: number
  keep: (checkpoint: Checkpoint) => void
}

/** How many cover all steps, and how many bytes they may take together. */
const MOST = 64
const MOST_BYTES = 64e6

const bytesOf = ({ runs }: Checkpoint): number =>
  runs.reduce((sum, { w, slots, memory }) => {
    const vectors = [w, ...Object.values(slots), ...Object.values(memory)]
    return sum + vectors.reduce((bytes, { byteLength }) => bytes + byteLength, 0)
  }, 0)

/** Where there are too many bytes, every other is dropped and the distances double. */
export function createCheckpoints(steps: number): Checkpoints {
  let spacing = Math.max(1, Math.ceil(steps / MOST))
  let list: Checkpoint[] = []
  const last = () => list[list.length - 1]?.step ?? 0
  return {
    get list() {
      return list
    },
    get next() {
      return last() + spacing
    },
    keep(checkpoint) {
      list.push(checkpoint)
      while (list.length > 1 && list.reduce((sum, one) => sum + bytesOf(one), 0) > MOST_BYTES) {
        list = list.filter((_, i) => i % 2 === 1)
        spacing *= 2
      }
    },
  }
}

/** The last checkpoint before `step`: from there its update is made once more, so that its batch can be seen. */
export const nearestBefore = (list: readonly Checkpoint[], step: number): Checkpoint | undefined =>
  list.reduce<Checkpoint | undefined>(
    (near, one) => (one.step < step && one.step >= (near?.step ?? 0) ? one : near),
    undefined,
  )
