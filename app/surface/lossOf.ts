import { read } from '../../engine/training/trace.ts'
import { measured, none, type NumberText } from '../drawing/format.ts'
import { type LabState, traceOf } from '../lab/lab.ts'

/** A run's loss at the cursor; of a run that has stopped there is none. */
export function lossOf(state: LabState, id: string): NumberText {
  const trace = traceOf(state, id)
  return trace ? measured(read(trace, 'loss', state.step)) : none
}
