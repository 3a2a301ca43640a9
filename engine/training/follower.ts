import type { Experiment } from '../experiment/experiment.ts'
import type { Follow, Insides } from './insides.ts'
import type { Files } from './networkData.ts'
import { createRunner, type Runner } from './runner.ts'

/** Follows one parameter through runs whose steps it makes once more, from the first on. */
export interface Follower {
  /** Rows of run `i` from `from` on, to step `to` at most, after at most `work` more, in updates on a surface. */
  rows: (i: number, index: number, from: number, to: number, work: number) => NonNullable<Insides['series']>
  release: () => void
}

/**
 * The runs are alone, and the same to the bit as among the others. Another index begins anew. `make` calls what makes a
 * runner, with room for it.
 */
export function createFollower(
  experiment: Experiment,
  files: Files,
  make: (create: () => Runner) => Runner,
): Follower {
  let followed: Follow['index'] | undefined
  const runners = new Map<number, Runner>()
  const release = () => {
    for (const runner of runners.values()) runner.release()
    runners.clear()
  }

  function runnerOf(i: number): Runner {
    let runner = runners.get(i)
    if (!runner) {
      const alone = { ...experiment, runs: [experiment.runs[i]] }
      runner = make(() => createRunner(alone, undefined, files, { follow: followed }))
      runners.set(i, runner)
    }
    return runner
  }

  return {
    rows(i, index, from, to, work) {
      if (index !== followed) release()
      followed = index
      const runner = runnerOf(i)
      runner.advance(Math.max(0, Math.min(to - runner.step, Math.ceil(work / runner.cost))))
      const [{ layout, rows, length, stopped, finished }] = runner.followed
      const { stride } = layout
      return { index, layout, from, rows: rows.slice(from * stride, length * stride), stopped, finished }
    },
    release,
  }
}
