/** What to look for, read off the race that was run. */
import type { Domain } from '../../engine/surface.ts'
import { surfaceOf } from '../../engine/experiment/kinds.ts'
import type { Experiment } from '../../engine/experiment/experiment.ts'
import { poseSurface } from '../../engine/training/surfaceObjective.ts'
import type { Trace } from '../../engine/training/trace.ts'
import { bouncing } from './notes/bouncing.ts'
import { checked, disputed } from './notes/derivatives.ts'
import { diagonal } from './notes/diagonal.ts'
import { growing, leaving } from './notes/leaving.ts'
import { noiseFloor } from './notes/noiseFloor.ts'
import { nowhere } from './notes/nowhere.ts'
import type { Note, Racer, Rule } from './notes/note.ts'
import { podium } from './notes/podium.ts'
import { turned } from './notes/turned.ts'

/** The first weigh most. */
const rules: readonly Rule[] = [
  nowhere,
  disputed,
  leaving,
  growing,
  turned,
  noiseFloor,
  diagonal,
  podium,
  bouncing,
  checked,
]

/** What can be said of the runs that are shown, as far as they have been computed; best first. */
export function notesOn(
  experiment: Experiment,
  traces: readonly Trace[],
  hidden: readonly string[] = [],
  frame?: Domain,
): Note[] {
  const racers = experiment.runs.flatMap((run, i): Racer[] => {
    const trace = traces[i]
    const isShown = !hidden.includes(run.id) && trace !== undefined && trace.length > 0
    return isShown ? [{ run, trace, name: { run: run.id } }] : []
  })
  if (racers.length === 0) return []
  const posed = poseSurface(surfaceOf(experiment))
  const scene = { experiment, posed: { ...posed, domain: frame ?? posed.domain }, racers }
  return rules.flatMap((rule) => {
    const note = rule(scene)
    return note ? [note] : []
  })
}
