import { surfaceOf } from '../../engine/experiment/kinds.ts'
import { surfaces } from '../../engine/surfaces/index.ts'
import { read } from '../../engine/training/trace.ts'
import { measured, plain, setting, spoken, tick } from '../drawing/format.ts'
import { type LabState, traceOf, visibleRuns } from '../lab/lab.ts'
import { runName } from '../../engine/experiment/runName.ts'

const pair = ([x, y]: readonly number[]) => `(${plain(measured(x))}, ${plain(measured(y))})`

/** The map in words, for those who do not see it. */
export function describeMap(state: LabState): string {
  const { experiment, step } = state
  const { surface, rotation, start } = surfaceOf(experiment)
  const turned = rotation === 0 ? '' : `, turned by ${plain(setting(rotation))}°`
  const where = `Map of the ${surfaces[surface].name}${turned}, start at w = (${start.map((w) => plain(tick(w))).join(', ')}).`
  const runs = visibleRuns(state).flatMap((run) => {
    const trace = traceOf(state, run.id)
    if (!trace || trace.length === 0) return []
    const name = runName(run)
    if (trace.stopped !== undefined && step >= trace.stopped) return [`${name} is no longer finite`]
    const k = Math.min(step, trace.length - 1)
    const loss = spoken(measured(read(trace, 'loss', k)))
    return [`${name} at ${pair([read(trace, 'w', k, 0), read(trace, 'w', k, 1)])}, loss ${loss}`]
  })
  return runs.length === 0
    ? `${where} No optimizer is racing.`
    : `${where} At step ${step}: ${runs.join('; ')}.`
}
