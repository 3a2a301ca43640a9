import type { Experiment } from '../experiment/experiment.ts'
import { nearestBefore } from './checkpoints.ts'
import type { Insides, Probe } from './insides.ts'
import type { Files } from './networkData.ts'
import { type Checkpoint, createRunner, type Runner } from './runner.ts'

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
  /** The last step of each run, as far as it is known. */
  const ends = experiment.runs.map(() => experiment.steps)

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
      runners[i] = runner = createRunner(alone, from, files)
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
      return there.map((run) => {
        const runner = visit(run, probe.step)
        return { run, step: Math.min(probe.step, ends[run]), ...runner.insides(0, probe) }
      })
    },
    release() {
      runners.forEach((runner) => runner?.release())
      runners.fill(undefined)
    },
  }
}
