import type { Experiment } from '../experiment/experiment.ts'
import { nearestBefore } from './checkpoints.ts'
import { createFollower } from './follower.ts'
import type { Insides, Probe } from './insides.ts'
import type { Files } from './networkData.ts'
import { type Checkpoint, createRunner, type Runner } from './runner.ts'

/** Updates on a surface, or as much work, that one answer may take to follow a parameter: some 5 ms. */
const PORTION = 8000

/** Answers probes beside the runs, whose steps it makes once more. */
export interface Prober {
  answer: (probe: Probe) => Insides[]
  release: () => void
}

/**
 * A runner of its own for each run that is looked at, which follows the cursor: on from where it stands, or from the
 * nearest checkpoint of all runs where that is closer. A run alone is the same to the bit as among the others.
 */
export function createProber(
  experiment: Experiment,
  checkpoints: () => readonly Checkpoint[],
  files: Files = {},
): Prober {
  const runners: (Runner | undefined)[] = experiment.runs.map(() => undefined)
  const follower = createFollower(experiment, files, make)
  /** The last step of each run, as far as it is known. */
  const ends = experiment.runs.map(() => experiment.steps)

  function release() {
    runners.forEach((runner) => runner?.release())
    runners.fill(undefined)
    follower.release()
  }

  /** The largest experiments leave no room for all at once: then the others begin anew. */
  function make(create: () => Runner): Runner {
    try {
      return create()
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      release()
      return create()
    }
  }

  /** The runner of run `i` after `step` updates, or after its last where it has not got there. */
  function visit(i: number, step: number): Runner {
    const aim = Math.min(step, ends[i])
    const near = nearestBefore(checkpoints(), aim)
    let runner = runners[i]
    if (!runner || runner.step > aim || (near && near.step > runner.step)) {
      runner?.release()
      runners[i] = undefined
      const alone = { ...experiment, runs: [experiment.runs[i]] }
      const from = near && { step: near.step, runs: [near.runs[i]] }
      runners[i] = runner = make(() => createRunner(alone, from, files, {}))
    }
    runner.advance(aim - runner.step)
    const [{ stopped, finished }] = runner.traces
    if (stopped !== undefined) {
      ends[i] = stopped - 1
      return visit(i, ends[i])
    }
    if (finished) ends[i] = finished.step
    return runner
  }

  return {
    answer: (probe) => {
      // A probe may have waited while the experiment lost a run.
      const there = probe.runs.filter((run) => run < experiment.runs.length)
      const follow = probe.parts.includes('series') ? probe.follow : undefined
      const isOnly = follow !== undefined && probe.parts.length === 1
      return there.map((run, n) => {
        const looked = isOnly ? {} : visit(run, probe.step).insides(0, probe)
        const series = follow && {
          series: follower.rows(run, follow.index, follow.from[n], follow.to, PORTION / there.length),
        }
        return { run, step: Math.min(probe.step, ends[run]), ...looked, ...series }
      })
    },
    release,
  }
}
